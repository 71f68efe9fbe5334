/// A real PostgreSQL for tests, of this module and of those that use it.
@NullMarked
package palmares.db.testing;

import org.jspecify.annotations.NullMarked;

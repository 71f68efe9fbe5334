/// Systems and their immutable versions.
@NullMarked
package palmares.db.system;

import org.jspecify.annotations.NullMarked;

/// Accounts, their teams, and the tokens they call with.
@NullMarked
package palmares.db.identity;

import org.jspecify.annotations.NullMarked;

/// Evidence that others measured: imported files, their preferences and battles.
@NullMarked
package palmares.db.imported;

import org.jspecify.annotations.NullMarked;

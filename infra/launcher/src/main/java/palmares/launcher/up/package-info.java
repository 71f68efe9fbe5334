/// All roles in one process, on a database and a broker that it brings along.
@NullMarked
package palmares.launcher.up;

import org.jspecify.annotations.NullMarked;

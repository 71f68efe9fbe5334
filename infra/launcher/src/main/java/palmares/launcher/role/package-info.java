/// One role in one process, set up by its environment or a file, stopped by a signal.
@NullMarked
package palmares.launcher.role;

import org.jspecify.annotations.NullMarked;

/// Tables in files and on the terminal, for commands that work on files alone.
@NullMarked
package palmares.launcher.table;

import org.jspecify.annotations.NullMarked;

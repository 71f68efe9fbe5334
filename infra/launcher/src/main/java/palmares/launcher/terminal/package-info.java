/// What the command shows and how it ends: safe text, aligned tables, exit codes.
@NullMarked
package palmares.launcher.terminal;

import org.jspecify.annotations.NullMarked;

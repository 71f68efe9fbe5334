/// The `palmares` command: its main class and what all of its subcommands share.
@NullMarked
package palmares.launcher;

import org.jspecify.annotations.NullMarked;

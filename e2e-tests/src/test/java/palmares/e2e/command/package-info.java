/// What the command and the checks around it do on a machine, tried with a stub in place of Maven
/// and Java.
@NullMarked
package palmares.e2e.command;

import org.jspecify.annotations.NullMarked;

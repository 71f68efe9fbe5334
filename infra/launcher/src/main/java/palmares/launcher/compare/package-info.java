/// Compares the systems in a file of scores, without a server.
@NullMarked
package palmares.launcher.compare;

import org.jspecify.annotations.NullMarked;

/// `palmares aggregate`: one ranking from a table of criteria, without a server or a framework.
@NullMarked
package palmares.launcher.aggregate;

import org.jspecify.annotations.NullMarked;

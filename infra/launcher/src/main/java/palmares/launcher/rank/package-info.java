/// `palmares rank`: a ranking straight from a file of votes, without a server or a framework.
@NullMarked
package palmares.launcher.rank;

import org.jspecify.annotations.NullMarked;

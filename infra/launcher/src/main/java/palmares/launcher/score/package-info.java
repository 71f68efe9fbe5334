/// `palmares score`: the scores of public leaderboards, straight from files, without a server or a
/// framework.
@NullMarked
package palmares.launcher.score;

import org.jspecify.annotations.NullMarked;

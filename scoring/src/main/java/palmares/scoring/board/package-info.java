/// Scores as public leaderboards define them.
@NullMarked
package palmares.scoring.board;

import org.jspecify.annotations.NullMarked;

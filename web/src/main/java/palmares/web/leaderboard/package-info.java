/// The pages that show leaderboards.
@NullMarked
package palmares.web.leaderboard;

import org.jspecify.annotations.NullMarked;

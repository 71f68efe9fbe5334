/// Leaderboards and snapshots over REST.
@NullMarked
package palmares.contract.leaderboard;

import org.jspecify.annotations.NullMarked;

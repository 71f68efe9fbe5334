/// From evidence to leaderboards: definitions, builds, snapshots and their verification.
@NullMarked
package palmares.api.leaderboard;

import org.jspecify.annotations.NullMarked;

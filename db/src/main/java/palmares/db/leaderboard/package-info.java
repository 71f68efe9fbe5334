/// Leaderboards with their wanted and built revisions, immutable snapshots, and the evidence a
/// build reads.
@NullMarked
package palmares.db.leaderboard;

import org.jspecify.annotations.NullMarked;

/// Evidence: responses, scores and rewards, added once and never changed. Keyed without the job, so
/// that no attempt can double it.
@NullMarked
package palmares.db.evidence;

import org.jspecify.annotations.NullMarked;

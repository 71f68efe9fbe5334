/// A job from claim to completion: leases and their renewal, slots, stages, results in batches.
@NullMarked
package palmares.worker.job;

import org.jspecify.annotations.NullMarked;

/// What workers call: claims, heartbeats, batches of results, and the end of a job.
@NullMarked
package palmares.api.work;

import org.jspecify.annotations.NullMarked;

/// The data plane: a worker that takes jobs from the queue, does them, and hands results back
/// through the api.
@NullMarked
package palmares.worker;

import org.jspecify.annotations.NullMarked;

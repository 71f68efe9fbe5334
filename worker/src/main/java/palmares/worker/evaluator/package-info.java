/// What this worker evaluates with: every metric it finds, and the reward models that need a loaded
/// model.
@NullMarked
package palmares.worker.evaluator;

import org.jspecify.annotations.NullMarked;

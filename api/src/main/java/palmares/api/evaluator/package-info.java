/// Serves evaluators: what there is, where it runs, and how far they agree.
@NullMarked
package palmares.api.evaluator;

import org.jspecify.annotations.NullMarked;

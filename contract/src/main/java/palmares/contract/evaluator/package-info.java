/// Evaluators, where they run, and how far they agree, over REST.
@NullMarked
package palmares.contract.evaluator;

import org.jspecify.annotations.NullMarked;

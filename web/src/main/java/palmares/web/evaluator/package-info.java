/// The page that says what decides: evaluators, where they run, and how far they agree.
@NullMarked
package palmares.web.evaluator;

import org.jspecify.annotations.NullMarked;

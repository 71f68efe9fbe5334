/// Policies judged from logged data, and what comes of choosing among them by such judgments.
@NullMarked
package palmares.scoring.policy;

import org.jspecify.annotations.NullMarked;

/// Metrics: scores by rule or reference, one class each.
@NullMarked
package palmares.scoring.metric;

import org.jspecify.annotations.NullMarked;

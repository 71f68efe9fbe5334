/// The plug-in points that turn responses into evidence: metrics, pairwise judges and reward
/// models.
@NullMarked
package palmares.scoring.evaluator;

import org.jspecify.annotations.NullMarked;

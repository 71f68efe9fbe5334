/// How good stated probabilities are, against what came true.
@NullMarked
package palmares.scoring.probability;

import org.jspecify.annotations.NullMarked;

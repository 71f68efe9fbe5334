/// Reward models and judges held against known right choices: RewardBench and RewardMATH.
@NullMarked
package palmares.scoring.reward;

import org.jspecify.annotations.NullMarked;

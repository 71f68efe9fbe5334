/// From evidence to rankings with intervals, rank ranges and the reasons for what is missing.
@NullMarked
package palmares.scoring.ranking;

import org.jspecify.annotations.NullMarked;

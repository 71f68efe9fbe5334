/// What several samples of one system for one example come to.
@NullMarked
package palmares.scoring.sampling;

import org.jspecify.annotations.NullMarked;

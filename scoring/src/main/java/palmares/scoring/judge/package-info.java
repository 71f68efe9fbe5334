/// Judges as pure functions: what they decide on, and how.
@NullMarked
package palmares.scoring.judge;

import org.jspecify.annotations.NullMarked;

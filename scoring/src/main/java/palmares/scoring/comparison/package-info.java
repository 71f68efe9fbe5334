/// Whether one system is better than another on the same examples: the difference, how sure it is,
/// and how easily chance alone would give it.
@NullMarked
package palmares.scoring.comparison;

import org.jspecify.annotations.NullMarked;

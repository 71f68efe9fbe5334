/// Linear algebra that several methods share.
@NullMarked
package palmares.scoring.algebra;

import org.jspecify.annotations.NullMarked;

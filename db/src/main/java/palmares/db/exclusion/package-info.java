/// What organisers leave out of every figure of a benchmark version; the evidence itself stays.
@NullMarked
package palmares.db.exclusion;

import org.jspecify.annotations.NullMarked;

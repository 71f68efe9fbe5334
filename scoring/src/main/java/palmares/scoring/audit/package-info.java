/// Judges and reward models held against people, against themselves and against each other.
@NullMarked
package palmares.scoring.audit;

import org.jspecify.annotations.NullMarked;

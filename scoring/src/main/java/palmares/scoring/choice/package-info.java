/// Rankings that many criteria or judges agree on, each of which orders the systems: social choice.
@NullMarked
package palmares.scoring.choice;

import org.jspecify.annotations.NullMarked;

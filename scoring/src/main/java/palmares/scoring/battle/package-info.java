/// Two systems on one example with a settled outcome, and the rankings made from many of them.
@NullMarked
package palmares.scoring.battle;

import org.jspecify.annotations.NullMarked;

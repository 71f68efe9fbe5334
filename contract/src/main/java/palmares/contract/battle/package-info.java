/// Who is compared with whom by judges of pairs.
@NullMarked
package palmares.contract.battle;

import org.jspecify.annotations.NullMarked;

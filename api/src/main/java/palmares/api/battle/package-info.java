/// Whom judges of pairs compare a submission with, as people may see it.
@NullMarked
package palmares.api.battle;

import org.jspecify.annotations.NullMarked;

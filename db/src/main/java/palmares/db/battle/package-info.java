/// Who is compared with whom, what judges of pairs said, and the battles that follow.
@NullMarked
package palmares.db.battle;

import org.jspecify.annotations.NullMarked;

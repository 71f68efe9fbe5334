/// What teams may spend on paid work, and the ledger of what they have reserved and paid.
@NullMarked
package palmares.db.budget;

import org.jspecify.annotations.NullMarked;

/// What teams may spend on paid work, and their ledger of it.
@NullMarked
package palmares.contract.budget;

import org.jspecify.annotations.NullMarked;

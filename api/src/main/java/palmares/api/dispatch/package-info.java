/// Tells workers through the message broker that jobs wait. The broker holds hints only; whatever
/// it loses is dispatched again from the ledger.
@NullMarked
package palmares.api.dispatch;

import org.jspecify.annotations.NullMarked;

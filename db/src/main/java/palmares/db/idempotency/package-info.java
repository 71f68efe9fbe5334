/// Requests that were answered once and must be answered the same again.
@NullMarked
package palmares.db.idempotency;

import org.jspecify.annotations.NullMarked;

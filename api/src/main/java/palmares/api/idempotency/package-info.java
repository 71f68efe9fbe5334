/// Requests that may be repeated: what was answered under an idempotency key is answered again.
@NullMarked
package palmares.api.idempotency;

import org.jspecify.annotations.NullMarked;

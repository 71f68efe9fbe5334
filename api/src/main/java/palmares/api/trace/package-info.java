/// The trace context that a request comes with, on its way to the workers and in the log.
@NullMarked
package palmares.api.trace;

import org.jspecify.annotations.NullMarked;

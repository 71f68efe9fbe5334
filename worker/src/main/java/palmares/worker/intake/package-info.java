/// Hints from the broker that a job waits; the only place that speaks AMQP.
@NullMarked
package palmares.worker.intake;

import org.jspecify.annotations.NullMarked;

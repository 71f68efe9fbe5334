/// Journeys and faults, against the platform as it is deployed: one process for each role, a real
/// PostgreSQL, a real RabbitMQ.
@NullMarked
package palmares.e2e;

import org.jspecify.annotations.NullMarked;

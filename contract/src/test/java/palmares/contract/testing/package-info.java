/// A real RabbitMQ for tests, of the modules on both sides of the queue.
@NullMarked
package palmares.contract.testing;

import org.jspecify.annotations.NullMarked;

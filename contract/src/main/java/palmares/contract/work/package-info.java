/// What a worker and the api say to each other about jobs, and the messages on the queue.
@NullMarked
package palmares.contract.work;

import org.jspecify.annotations.NullMarked;

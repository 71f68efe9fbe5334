/// The worker's side of the api: calls that can be repeated, and the documents it names.
@NullMarked
package palmares.worker.client;

import org.jspecify.annotations.NullMarked;

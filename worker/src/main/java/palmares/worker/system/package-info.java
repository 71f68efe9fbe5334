/// The systems that come with the platform: each answers a question about a passage in its own way.
@NullMarked
package palmares.worker.system;

import org.jspecify.annotations.NullMarked;

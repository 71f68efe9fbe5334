/// Live streams of what happens to a subject, read from its events.
@NullMarked
package palmares.api.event;

import org.jspecify.annotations.NullMarked;

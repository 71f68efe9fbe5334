/// What happened to a subject, in order: its timeline, and the source of live updates.
@NullMarked
package palmares.db.event;

import org.jspecify.annotations.NullMarked;

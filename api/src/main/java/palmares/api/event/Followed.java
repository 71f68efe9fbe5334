package palmares.api.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.event.Event;

/// A subject as one reader follows it: everything that reader gets passes through here, so this is
/// where the rules of what may be seen are kept.
public interface Followed {

  UUID subject();

  Look look();

  /// What the reader gets of an event.
  Sent sent(Event event);

  /// The subject as it stands now.
  sealed interface Look {

    /// The reader may no longer see it.
    record Hidden() implements Look {}

    /// @param state what has no event of its own, such as progress, as JSON; sent when it changed
    /// @param isOver whether nothing more happens by itself
    record Now(@Nullable String state, boolean isOver) implements Look {}
  }

  /// @param name of the event on the wire
  /// @param data JSON in one line
  record Sent(String name, String data) {}
}

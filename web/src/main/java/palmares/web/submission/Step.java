package palmares.web.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a submission's course: what happened, what goes on, or what comes.
///
/// @param key the same for the same thing at a later look
/// @param below what is to be said with it, in smaller letters
/// @param progress how far it is, while it goes on
record Step(
    String key,
    When when,
    String text,
    @Nullable Instant at,
    @Nullable String below,
    @Nullable Progress progress) {

  enum When {
    PAST,
    NOW,
    NEXT,
    /// Something in the past to look at, such as a failure.
    LOOK
  }

  record Progress(int done, int expected) {}
}

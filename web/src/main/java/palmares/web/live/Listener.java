package palmares.web.live;

import org.jspecify.annotations.Nullable;

/// A page that wants to hear of a subject.
///
/// @param token in whose name the page asks; absent for nobody's
/// @param wake runs when there is something new, and must not wait
record Listener(@Nullable String token, Runnable wake) {}

package palmares.web.live;

import org.jspecify.annotations.Nullable;
import palmares.web.client.Bearer;

/// A page that wants to hear of a subject.
///
/// @param bearer in whose name the page asks; absent for nobody's
/// @param wake runs when there is something new, and must not wait
record Listener(@Nullable Bearer bearer, Runnable wake) {}

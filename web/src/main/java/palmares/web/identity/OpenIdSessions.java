package palmares.web.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/// The sign-ins that live in this process, so that the provider can end one. A sign-in that no
/// session holds any more is forgotten by itself.
final class OpenIdSessions {

  private final Map<OpenIdSession, Boolean> sessions = new WeakHashMap<>();

  synchronized void add(OpenIdSession session) {
    sessions.put(session, true);
  }

  synchronized void remove(OpenIdSession session) {
    sessions.remove(session);
  }

  /// Ends every sign-in that shares a session of the provider.
  void end(String session) {
    of(session).forEach(OpenIdSession::forget);
  }

  private synchronized Collection<OpenIdSession> of(String session) {
    return sessions.keySet().stream()
        .filter(each -> session.equals(each.session()))
        .collect(Collectors.toCollection(ArrayList::new));
  }
}

package palmares.web.identity;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sign-ins that a browser has begun, one a tab, each good for coming back once.
final class PendingSignIns {

  private static final String ATTRIBUTE = PendingSignIns.class.getName();
  private static final int MOST = 8;

  private final Map<String, PendingSignIn> byState =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PendingSignIn> eldest) {
          return size() > MOST;
        }
      };

  private PendingSignIns() {}

  static PendingSignIns of(HttpSession session) {
    synchronized (PendingSignIns.class) {
      var known = (PendingSignIns) session.getAttribute(ATTRIBUTE);
      if (known != null) {
        return known;
      }
      var begun = new PendingSignIns();
      session.setAttribute(ATTRIBUTE, begun);
      return begun;
    }
  }

  synchronized void add(PendingSignIn pending) {
    byState.put(pending.state().getValue(), pending);
  }

  /// The sign-in with this state, which it has from now on come back from.
  synchronized @Nullable PendingSignIn take(@Nullable String state) {
    return state == null ? null : byState.remove(state);
  }
}

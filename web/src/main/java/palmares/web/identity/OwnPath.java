package palmares.web.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a sign-in may lead: to a path of these pages and nowhere else, whatever a link says.
final class OwnPath {

  static final String HOME = "/";

  private OwnPath() {}

  /// The path itself, or home if it could lead elsewhere.
  static String of(@Nullable String wanted) {
    return wanted != null && isOwn(wanted) ? wanted : HOME;
  }

  // Browsers read a backslash as a slash and drop tabs and line ends, so that either could make a
  // path into another host; and Vaadin takes no step up for a place.
  private static boolean isOwn(String wanted) {
    if (!wanted.startsWith("/")
        || wanted.startsWith("//")
        || wanted.indexOf('\\') >= 0
        || wanted.chars().anyMatch(each -> each <= ' ' || each == 0x7F)) {
      return false;
    }
    try {
      var uri = new URI(wanted);
      return uri.getScheme() == null
          && uri.getRawAuthority() == null
          && !List.of(uri.getPath().split("/")).contains("..");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}

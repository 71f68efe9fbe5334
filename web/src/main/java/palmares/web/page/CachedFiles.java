package palmares.web.page;

import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The files of the pages. A browser keeps for ever what has its content's hash or its version in
/// its address, and asks for all else whether it still is the same, so that no page runs with the
/// scripts of an older release.
final class CachedFiles extends StaticFileServer {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK = "no-cache";

  private final Map<String, String> tags = new ConcurrentHashMap<>();

  CachedFiles(VaadinService service) {
    super(service);
  }

  @Override
  protected void writeCacheHeaders(
      String file, HttpServletRequest request, HttpServletResponse response) {
    if (isNamedByContent(file, request)) {
      response.setHeader("Cache-Control", FOR_EVER);
      return;
    }
    response.setHeader("Cache-Control", ASK);
    var tag = tag(file);
    if (tag != null) {
      response.setHeader("ETag", tag);
    }
  }

  @Override
  protected boolean browserHasNewestVersion(HttpServletRequest request, long modified) {
    var known = request.getHeader("If-None-Match");
    return known == null
        ? super.browserHasNewestVersion(request, modified)
        : known.equals(tag(request.getPathInfo()));
  }

  private static boolean isNamedByContent(String file, HttpServletRequest request) {
    return file.startsWith("/VAADIN/build/")
        || file.startsWith("/webjars/")
        || request.getParameter("v-c") != null
        || request.getParameter("v") != null;
  }

  /// Of a file of ours; null if there is none of this name.
  private @Nullable String tag(String file) {
    URL found = getStaticResource(file);
    return found == null ? null : tags.computeIfAbsent(file, name -> digest(found));
  }

  private static String digest(URL file) {
    try (var content = file.openStream()) {
      var digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

package palmares.web.client;

import java.io.InputStream;
import java.net.http.HttpResponse;

/// A file of the API on its way to somebody, who closes it.
///
/// @param length in bytes; -1 where the API does not say
public record Download(InputStream content, long length) {

  Download(HttpResponse<InputStream> response) {
    this(response.body(), response.headers().firstValueAsLong("Content-Length").orElse(-1));
  }
}

package palmares.egress;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/// Takes an answer as it comes, and no more of it than was asked for.
final class Gathering implements Response.Listener {

  private final EgressRequest request;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final CompletableFuture<EgressResult> result = new CompletableFuture<>();
  private boolean tooLong;

  Gathering(EgressRequest request) {
    this.request = request;
  }

  CompletableFuture<EgressResult> result() {
    return result;
  }

  @Override
  public void onContent(Response response, ByteBuffer content) {
    if (body.size() + content.remaining() > request.longest()) {
      tooLong = true;
      response.abort(new IllegalStateException("longer than " + request.longest()));
    } else {
      body.writeBytes(BufferUtil.toArray(content));
    }
  }

  @Override
  public void onComplete(Result all) {
    var failure = all.getFailure();
    if (tooLong) {
      result.complete(new EgressResult.TooLong(all.getResponse().getStatus(), request.longest()));
    } else if (failure != null) {
      result.complete(failed(failure));
    } else {
      result.complete(answered(all.getResponse()));
    }
  }

  private EgressResult answered(Response response) {
    var headers = new HashMap<String, String>();
    response
        .getHeaders()
        .forEach(field ->
            headers.putIfAbsent(
                field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue())));
    return new EgressResult.Answered(
        response.getStatus(), headers, body.toString(StandardCharsets.UTF_8));
  }

  private EgressResult failed(Throwable failure) {
    var refused = cause(failure, RefusedAddressException.class);
    if (refused != null) {
      return new EgressResult.NotAllowed(refused.why());
    }
    return cause(failure, TimeoutException.class) == null
        ? new EgressResult.Unreachable(words(failure))
        : new EgressResult.TooSlow(request.patience());
  }

  /// In our own words: those of the failure may quote the address, and with it a secret.
  private String words(Throwable failure) {
    var host = request.address().getHost();
    if (cause(failure, UnknownHostException.class) != null) {
      return "the name " + host + " is unknown";
    }
    if (cause(failure, ConnectException.class) != null) {
      return "nothing listens at " + host + ":" + EgressPolicy.port(request.address());
    }
    if (cause(failure, SSLException.class) != null) {
      return "the certificate of " + host + " is not trusted, or it does not speak TLS";
    }
    return host + " broke off without an answer (" + failure.getClass().getSimpleName() + ")";
  }

  private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return type.cast(each);
      }
    }
    return null;
  }
}

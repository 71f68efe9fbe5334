package palmares.web.page;

import com.google.auto.service.AutoService;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;

/// Gives each page a policy under which only scripts of ours run: those of our own files, and the
/// bootstrap that this page carries, marked by a nonce.
///
/// What Vaadin needs beyond that: `unsafe-eval`, because its client turns what the server asks for
/// into functions at run time, and inline styles, because its components bring theirs with them.
@AutoService(VaadinServiceInitListener.class)
public final class PageScripts implements VaadinServiceInitListener {

  private static final String POLICY =
      "default-src 'none'; script-src 'self' 'unsafe-eval' 'nonce-%s'; style-src 'self'"
          + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
          + " manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";
  private static final int NONCE_BYTES = 18;

  private final SecureRandom random = new SecureRandom();

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(this::mark);
  }

  private void mark(IndexHtmlResponse page) {
    var bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getEncoder().encodeToString(bytes);
    page.getDocument().select("script").attr("nonce", nonce);
    page.getVaadinResponse().setHeader("Content-Security-Policy", POLICY.formatted(nonce));
    // A page kept for later would carry a nonce that its header no longer names.
    page.getVaadinResponse().setHeader("Cache-Control", "no-store");
  }
}

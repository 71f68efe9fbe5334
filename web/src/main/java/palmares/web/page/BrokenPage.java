package palmares.web.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What stands in for a page with a fault of ours. What went wrong is for the log, not for the
/// page.
@ParentLayout(PageFrame.class)
public final class BrokenPage extends Div implements HasErrorParameter<Exception> {

  private static final Logger LOG = LoggerFactory.getLogger(BrokenPage.class);

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
    LOG.error("The page {} failed", event.getLocation().getPath(), error.getException());
    add(
        new H1("This page failed"),
        Notice.empty("The fault is ours", "It is in the server's log. Other pages still work."));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}

package palmares.web.page;

import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;

/// Answers for all pages and their files.
public final class PagesServlet extends VaadinServlet {

  private static final long serialVersionUID = 1;

  @Override
  protected StaticFileHandler createStaticFileHandler(VaadinService service) {
    return new CachedFiles(service);
  }
}

package palmares.web.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/// What stands at an address that has no page.
@ParentLayout(PageFrame.class)
public final class NoSuchPage extends Div implements HasErrorParameter<NotFoundException> {

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    add(new H1("No such page"), Notice.empty("Not found", "There is nothing at this address."));
    return HttpServletResponse.SC_NOT_FOUND;
  }
}

package palmares.web.page;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.stream.Stream;

/// Builds a page by its only constructor from what the role was started with. Vaadin finds this
/// class by its scan and makes it itself, so the collaborators come by the servlet context.
public final class PageInstantiators implements InstantiatorFactory {

  @Override
  public Instantiator createInstantitor(VaadinService service) {
    var context = ((VaadinServletContext) service.getContext()).getContext();
    return new PageInstantiator(
        service, (Collaborators) context.getAttribute(Collaborators.ATTRIBUTE));
  }

  private static final class PageInstantiator extends DefaultInstantiator {

    private final transient Collaborators collaborators;

    PageInstantiator(VaadinService service, Collaborators collaborators) {
      super(service);
      this.collaborators = collaborators;
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
      Constructor<?>[] constructors = type.getConstructors();
      if (constructors.length != 1 || constructors[0].getParameterCount() == 0) {
        return super.getOrCreate(type);
      }
      Object[] arguments =
          Stream.of(constructors[0].getParameterTypes()).map(collaborators::of).toArray();
      try {
        return type.cast(constructors[0].newInstance(arguments));
      } catch (InvocationTargetException e) {
        throw new IllegalStateException("The page " + type.getName() + " failed", e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("Cannot build the page " + type.getName(), e);
      }
    }
  }
}

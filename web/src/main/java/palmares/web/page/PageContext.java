package palmares.web.page;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee11.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.http.HttpCookie.SameSite;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.resource.ResourceFactory;

/// The servlet context in which Vaadin runs the pages.
public final class PageContext {

  private static final Pattern SCANNED = Pattern.compile(".*/(vaadin|flow|echarts)-[^/]*\\.jar");
  private static final int SESSION_SECONDS = 30 * 60;

  private PageContext() {}

  /// @param beside servlets that answer in place of the pages, by their path
  /// @param isSecure whether browsers come by TLS alone, also where nothing of it is seen here
  public static WebAppContext of(
      Collaborators collaborators, Map<String, ? extends Servlet> beside, boolean isSecure) {
    var context = new WebAppContext();
    context.setContextPath("/");
    // Not the context's own, which are closed before its stop looks at them for the last time.
    var files = ResourceFactory.closeable();
    context.setBaseResource(files.newResource(PageContext.class.getResource("static/")));
    context.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStopped(LifeCycle stopped) {
            files.close();
          }
        });
    // The roles share one class path, and a page must see the classes that started it.
    context.setParentLoaderPriority(true);
    context.addConfiguration(new AnnotationConfiguration());
    scanned()
        .forEach(place ->
            context
                .getMetaData()
                .addContainerResource(context.getResourceFactory().newResource(place)));
    // Else the server says it has started while every page answers 503.
    context.setThrowUnavailableOnStartupException(true);
    context.setAttribute(Collaborators.ATTRIBUTE, collaborators);

    // For the whole context: else Vaadin keeps where each element was made, which is most of a
    // page's memory, and looks for the sources of a project.
    context.setInitParameter("productionMode", "true");
    var vaadin = new ServletHolder("pages", PagesServlet.class);
    vaadin.setInitParameter("frameOptions", "DENY");
    // The last word of a page that is left may come late, under the session id from before a
    // sign-in. A session made for it would take the place of the one that is signed in.
    vaadin.setInitParameter("org.atmosphere.cpr.sessionCreate", "false");
    vaadin.setAsyncSupported(true);
    vaadin.setInitOrder(1);
    context.addServlet(vaadin, "/*");
    beside.forEach(
        (path, servlet) -> context.addServlet(new ServletHolder(path, servlet), path + "/*"));

    var sessions = context.getSessionHandler();
    sessions.setSessionCookie("palmares");
    sessions.setHttpOnly(true);
    sessions.getSessionCookieConfig().setSecure(isSecure);
    sessions.setSameSite(SameSite.LAX);
    sessions.setMaxInactiveInterval(SESSION_SECONDS);
    return context;
  }

  // Jetty looks for jars in the system property java.class.path only; started from a jar whose
  // manifest names the others, that property holds one jar without any page in it. The class loader
  // knows them all.
  private static Set<URI> scanned() {
    var places = new HashSet<URI>();
    try {
      for (URL manifest :
          Collections.list(
              PageContext.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
        if (manifest.openConnection() instanceof JarURLConnection jar
            && SCANNED.matcher(jar.getJarFileURL().getPath()).matches()) {
          places.add(jar.getJarFileURL().toURI());
        }
      }
      places.add(PageContext.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the class path", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A place on the class path is no URI", e);
    }
    return places;
  }
}

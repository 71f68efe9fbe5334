package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.RunningApi;

class EveryOperationTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void everyRouteSaysWhoMayCallIt() {
    var silent =
        API.context()
            .getBean(Router.class)
            .uriRoutes()
            .filter(route -> !route.getAnnotationMetadata().hasAnnotation(Access.class))
            .map(Object::toString);

    assertThat(silent).isEmpty();
  }

  @Test
  void everyRouteBelowWorkIsForWorkersAndNoOther() {
    var wrong =
        API.context()
            .getBean(Router.class)
            .uriRoutes()
            .filter(route ->
                route.getUriMatchTemplate().toString().startsWith("/api/v1/work/")
                    != (route
                            .getAnnotationMetadata()
                            .enumValue(Access.class, Access.To.class)
                            .orElse(null)
                        == Access.To.WORKERS))
            .map(Object::toString);

    assertThat(wrong).isEmpty();
  }
}

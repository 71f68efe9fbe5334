package palmares.api.notification;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import palmares.egress.EgressClient;

/// Makes what sends requests to the outside.
@Factory
final class Egress {

  @Singleton
  @Bean(preDestroy = "close")
  EgressClient client(EgressConfig config) {
    return EgressClient.start(config.policy());
  }
}

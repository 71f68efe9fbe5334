package palmares.api.dispatch;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Runs the dispatcher from the start of the server to its end.
@Requires(bean = Dispatcher.class)
@Singleton
final class DispatchLoop implements ApplicationEventListener<ServerStartupEvent> {

  private final Dispatcher dispatcher;
  private final Thread thread;

  DispatchLoop(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
    this.thread = Thread.ofPlatform().daemon().name("dispatcher").unstarted(dispatcher::run);
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    thread.start();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    dispatcher.stop();
    if (thread.isAlive() && !thread.join(Duration.ofSeconds(5))) {
      thread.interrupt();
    }
  }
}

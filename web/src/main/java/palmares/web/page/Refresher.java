package palmares.web.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Keeps what a page shows up to date for as long as someone has it open. Questions are asked
/// outside the page's lock, so that a slow API does not hold up what a person does meanwhile.
public final class Refresher implements AutoCloseable {

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("web-refresh").factory());

  /// Asks every `period` from when the page is attached, and shows the answer.
  ///
  /// @param show says whether there is more to wait for
  public <T> void keep(Component page, Duration period, Supplier<T> ask, Predicate<T> show) {
    page.addAttachListener(attached -> {
      UI ui = attached.getUI();
      var round = new Round<>(ui, ask, show);
      Future<?> rounds =
          clock.scheduleAtFixedRate(
              round, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
      round.stop = () -> rounds.cancel(false);
      page.addDetachListener(detached -> {
        detached.unregisterListener();
        rounds.cancel(false);
      });
    });
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private static final class Round<T> implements Runnable {

    private final UI ui;
    private final Supplier<T> ask;
    private final Predicate<T> show;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Runnable stop = () -> {};

    Round(UI ui, Supplier<T> ask, Predicate<T> show) {
      this.ui = ui;
      this.ask = ask;
      this.show = show;
    }

    @Override
    public void run() {
      if (busy.compareAndSet(false, true)) {
        Thread.ofVirtual().start(this::askAndShow);
      }
    }

    private void askAndShow() {
      try {
        T answer = ask.get();
        ui.access(() -> {
          if (!show.test(answer)) {
            stop.run();
          }
        });
      } catch (UIDetachedException e) {
        stop.run();
      } finally {
        busy.set(false);
      }
    }
  }
}

package palmares.web.live;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import palmares.web.client.ApiClient;
import palmares.web.page.Visitor;

/// Keeps what pages show up to date for as long as someone has them open: woken by the API's
/// stream, and by polling while there is none.
public final class LivePages implements AutoCloseable {

  private static final Duration TICK = Duration.ofSeconds(1);

  private final ApiClient api;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("web-live").factory());
  private final Map<String, Feed> feeds = new HashMap<>();

  public LivePages(ApiClient api) {
    this.api = api;
    long tick = TICK.toMillis();
    clock.scheduleWithFixedDelay(this::checkFeeds, tick, tick, TimeUnit.MILLISECONDS);
  }

  /// Asks when there is news of the subject, from when the page is attached, and shows the answer.
  ///
  /// @param subject path below `/api/v1` of what has a stream of events, such as `submissions/1`
  /// @param show says whether more is to be expected soon
  /// @return to be told when the page itself changed something
  public <T> Watch keep(
      Component page, Supplier<String> subject, Supplier<T> ask, Predicate<T> show) {
    return keepAll(page, () -> Set.of(subject.get()), ask, show);
  }

  /// The same for a page of several subjects, which may change with every answer.
  public <T> Watch keepAll(
      Component page, Supplier<Set<String>> subjects, Supplier<T> ask, Predicate<T> show) {
    var watch = new Watch(this, subjects, Visitor.currentToken(), new Watch.Round<>(ask, show));
    page.addAttachListener(attached -> {
      watch.start(attached.getUI());
      page.addDetachListener(detached -> {
        detached.unregisterListener();
        watch.stop();
      });
    });
    return watch;
  }

  synchronized Feed join(String subject, Listener listener) {
    var feed = feeds.get(subject);
    if (feed != null) {
      feed.add(listener);
      return feed;
    }
    var first = new Feed(api, subject);
    feeds.put(subject, first);
    first.add(listener);
    first.start();
    return first;
  }

  synchronized void leave(String subject, Listener listener) {
    var feed = feeds.get(subject);
    if (feed != null && feed.remove(listener)) {
      feeds.remove(subject);
      feed.close();
    }
  }

  /// Runs something every second until it is cancelled.
  Runnable everySecond(Runnable task) {
    long tick = TICK.toMillis();
    var ticking = clock.scheduleWithFixedDelay(task, tick, tick, TimeUnit.MILLISECONDS);
    return () -> ticking.cancel(false);
  }

  private void checkFeeds() {
    copy().forEach(Feed::checkSilence);
  }

  private synchronized List<Feed> copy() {
    return List.copyOf(feeds.values());
  }

  @Override
  public void close() {
    clock.shutdownNow();
    copy().forEach(Feed::close);
  }
}

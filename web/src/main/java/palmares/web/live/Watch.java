package palmares.web.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.web.client.Bearer;

/// One page that is kept up to date. Questions are asked outside the page's lock, so that a slow
/// API does not hold up what a person does meanwhile; news that come while one is open are one
/// question more.
public final class Watch {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /// How often a page asks while no stream wakes it.
  private static final Duration POLL = Duration.ofSeconds(3);

  /// How often a page asks though it would be woken, or though nothing is expected.
  private static final Duration LOOK_NOW_AND_THEN = Duration.ofSeconds(30);

  private final LivePages pages;
  private final Supplier<Set<String>> subjects;
  private final Round<?> round;
  private final Listener listener;
  private final AtomicInteger wanted = new AtomicInteger();
  private final Map<String, Feed> feeds = new HashMap<>();
  private @Nullable UI ui;
  private Runnable stopTicking = () -> {};
  private volatile long asked = System.nanoTime();
  private volatile boolean isWorthFollowing = true;

  Watch(LivePages pages, Supplier<Set<String>> subjects, @Nullable Bearer bearer, Round<?> round) {
    this.pages = pages;
    this.subjects = subjects;
    this.round = round;
    this.listener = new Listener(bearer, this::now);
  }

  /// What is asked, and how the answer is shown.
  record Round<T>(Supplier<T> ask, Predicate<T> show) {

    /// Asks, and gives what shows the answer.
    BooleanSupplier answered() {
      T answer = ask.get();
      return () -> show.test(answer);
    }
  }

  /// Asks now, without waiting for the answer.
  public void now() {
    if (wanted.getAndIncrement() == 0) {
      Thread.ofVirtual().name("watch").start(this::askAndShow);
    }
  }

  synchronized void start(UI attachedTo) {
    ui = attachedTo;
    follow();
    stopTicking = pages.everySecond(this::tick);
  }

  synchronized void stop() {
    ui = null;
    stopTicking.run();
    unfollow();
  }

  private synchronized void follow() {
    if (ui == null) {
      return;
    }
    var wanted = subjects.get();
    List.copyOf(feeds.keySet()).stream()
        .filter(subject -> !wanted.contains(subject))
        .forEach(this::leave);
    wanted.forEach(subject -> feeds.computeIfAbsent(subject, each -> pages.join(each, listener)));
  }

  private synchronized void unfollow() {
    List.copyOf(feeds.keySet()).forEach(this::leave);
  }

  private void leave(String subject) {
    feeds.remove(subject);
    pages.leave(subject, listener);
  }

  private void tick() {
    var age = Duration.ofNanos(System.nanoTime() - asked);
    if (age.compareTo(isWoken() || !isWorthFollowing ? LOOK_NOW_AND_THEN : POLL) >= 0) {
      now();
    }
  }

  private synchronized boolean isWoken() {
    return !feeds.isEmpty() && feeds.values().stream().allMatch(Feed::isLive);
  }

  private synchronized @Nullable UI shownOn() {
    return ui;
  }

  private void askAndShow() {
    int answered;
    do {
      answered = wanted.get();
      asked = System.nanoTime();
      try {
        askOnce();
      } catch (RuntimeException e) {
        LOG.warn("a page that shows {} was not brought up to date", subjects.get(), e);
      }
    } while (wanted.addAndGet(-answered) > 0);
  }

  private void askOnce() {
    var shown = shownOn();
    if (shown == null) {
      return;
    }
    var show = round.answered();
    try {
      shown.access(() -> {
        isWorthFollowing = show.getAsBoolean();
        if (isWorthFollowing) {
          follow();
        } else {
          unfollow();
        }
      });
    } catch (UIDetachedException e) {
      stop();
    }
  }
}

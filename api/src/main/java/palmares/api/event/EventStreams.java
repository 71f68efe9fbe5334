package palmares.api.event;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import palmares.api.event.Followed.Look;
import palmares.api.identity.Caller;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.db.Database;
import palmares.db.event.EventStore;

/// Opens streams of events, as many as each caller may have.
@Singleton
public final class EventStreams {

  private static final String ANONYMOUS = "";
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final Database database;
  private final StreamConfig config;
  private final Bell bell;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

  EventStreams(Database database, StreamConfig config, Bell bell) {
    this.database = database;
    this.config = config;
    this.bell = bell;
  }

  /// Answers with a stream of what comes after `lastEventId`; with 204, which tells a browser not
  /// to come back, if nothing can come.
  ///
  /// @param lastEventId the number of the last event that the caller has; all of them if absent
  public HttpResponse<?> open(Caller caller, Followed followed, @Nullable String lastEventId) {
    var seen = number(lastEventId);
    if (lastEventId != null && isOver(followed, seen)) {
      return HttpResponse.noContent();
    }
    var account = caller instanceof Caller.Person person ? person.account().toString() : ANONYMOUS;
    if (open.getOrDefault(account, 0) >= limit(account)) {
      throw tooMany(account);
    }
    Publisher<byte[]> events =
        reader -> {
          var stream = new EventStream(database, config, followed, seen, reader);
          reader.onSubscribe(stream);
          Thread.ofVirtual()
              .name("stream-" + followed.subject())
              .start(() -> run(stream, followed.subject().toString(), account));
        };
    return HttpResponse.ok(events)
        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        // Tells proxies of others, such as nginx, to pass events on as they come.
        .header("X-Accel-Buffering", "no");
  }

  private static int number(@Nullable String lastEventId) {
    try {
      var number = lastEventId == null ? 0 : Integer.parseInt(lastEventId);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notANumber(lastEventId);
    }
    throw notANumber(lastEventId);
  }

  private static Refused notANumber(@Nullable String lastEventId) {
    return Refused.badRequest(
        "Last-Event-ID must be the id of an event of this stream: '%s'."
            .formatted(Problems.shown(String.valueOf(lastEventId))));
  }

  private boolean isOver(Followed followed, int seen) {
    return followed.look() instanceof Look.Now now
        && now.isOver()
        && database.transact(tx -> EventStore.after(tx, followed.subject(), seen, 1)).isEmpty();
  }

  private int limit(String account) {
    return account.equals(ANONYMOUS) ? config.anonymous() : config.perAccount();
  }

  private Refused tooMany(String account) {
    return Refused.later(
        "too-many-streams",
        HttpStatus.TOO_MANY_REQUESTS,
        "At most %d event streams may be open at once%s."
            .formatted(limit(account), account.equals(ANONYMOUS) ? " without a token" : ""),
        AGAIN);
  }

  // Counted here and not when it was asked for: an answer whose body nobody reads, as for HEAD,
  // never comes to an end.
  private void run(EventStream stream, String subject, String account) {
    Runnable wake = stream::wake;
    streams.add(stream);
    if (open.merge(account, 1, Integer::sum) > limit(account)) {
      stream.cancel();
    }
    bell.add(subject, wake);
    try {
      stream.run();
    } finally {
      bell.remove(subject, wake);
      streams.remove(stream);
      open.computeIfPresent(account, (key, count) -> count == 1 ? null : count - 1);
    }
  }

  /// How many streams are open now.
  int count() {
    return streams.size();
  }

  @PreDestroy
  void close() {
    streams.forEach(EventStream::cancel);
  }
}

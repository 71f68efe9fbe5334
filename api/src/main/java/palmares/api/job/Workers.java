package palmares.api.job;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.budget.Price;
import palmares.db.budget.PriceStore;
import palmares.db.identity.AuditStore;
import palmares.db.identity.Reach;
import palmares.db.job.EvaluatorStore;
import palmares.db.job.Job;
import palmares.db.job.JobStore;
import palmares.db.job.LeaseStore;
import palmares.db.job.NewWorker;
import palmares.db.job.Worker;
import palmares.db.job.WorkerStore;

/// Who is there to work, and that they are still there.
@Singleton
public final class Workers {

  /// Heartbeats a worker may miss before it is taken for gone.
  private static final int MISSED = 3;

  private static final List<String> KINDS =
      List.of("metric", "judge", "pairwise-judge", "reward-model", "built-in");

  private final Database database;
  private final Endings endings;
  private final LedgerConfig config;

  Workers(Database database, Endings endings, LedgerConfig config) {
    this.database = database;
    this.endings = endings;
    this.config = config;
  }

  /// An evaluator or built-in system that a worker offers.
  ///
  /// @param floor and `ceiling`: the range, of a metric
  /// @param price of an example; absent if this worker says nothing about it
  public record Offer(
      String id,
      int version,
      String kind,
      @Nullable Double floor,
      @Nullable Double ceiling,
      @Nullable Price price) {

    public Offer {
      if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
        throw new IllegalArgumentException(
            "the id of an offer must be in kebab case: '" + id + "'");
      }
      if (version < 1) {
        throw new IllegalArgumentException("version of " + id + " must be 1 or more: " + version);
      }
      if (!KINDS.contains(kind)) {
        throw new IllegalArgumentException(
            "kind of %s must be one of %s: '%s'".formatted(id, KINDS, kind));
      }
    }

    String key() {
      return id + "@" + version;
    }

    boolean isEvaluator() {
      return !kind.equals("built-in");
    }
  }

  /// Takes a worker in under a new id. Who it is stays its token and its name. What evaluators
  /// there are, their ranges and their prices hold for everyone, so only operators' pools say them.
  ///
  /// @param token the access token that it came with
  public UUID register(
      UUID token,
      Reach reach,
      String name,
      List<String> capabilities,
      List<Offer> offers,
      int slots) {
    var keys = offers.stream().map(Offer::key).toList();
    var worker = new NewWorker(UuidV7.next(), name, token, reach.pool(), capabilities, keys, slots);
    database.run(tx -> {
      if (reach.isOperators()) {
        heard(tx, offers);
      }
      WorkerStore.insert(tx, worker, config.heartbeat().multipliedBy(MISSED));
    });
    return worker.id();
  }

  private static void heard(Tx tx, List<Offer> offers) {
    // In one order for all, so that workers that start together do not wait in a circle.
    offers.stream()
        .filter(Offer::isEvaluator)
        .sorted(java.util.Comparator.comparing(Offer::id).thenComparing(Offer::version))
        .forEach(offer ->
            EvaluatorStore.offered(
                tx, offer.id(), offer.version(), offer.kind(), offer.floor(), offer.ceiling()));
    for (var offer : offers) {
      if (offer.price() != null) {
        PriceStore.offered(tx, offer.key(), offer.price());
      }
    }
  }

  /// @param job and `token`: what the worker believes to hold
  public record Lease(UUID job, UUID token) {}

  /// @param abandon jobs to stop at once
  /// @param state the worker's, from now on
  public record Beat(List<UUID> abandon, String state) {}

  /// Renews the worker's leases; null if the caller has no such worker.
  public @Nullable Beat heartbeat(
      UUID caller, UUID worker, List<Lease> leases, int busy, boolean draining) {
    var tokens = leases.stream().map(Lease::token).toList();
    var renewed =
        database.transact(tx -> {
          if (own(WorkerStore.find(tx, worker), caller) == null) {
            return null;
          }
          var held = LeaseStore.renew(tx, worker, tokens, config.lease(), config.longest());
          WorkerStore.seen(tx, worker, busy, draining, config.heartbeat().multipliedBy(MISSED));
          return held;
        });
    if (renewed == null) {
      return null;
    }
    cancelHeld(worker);
    var abandon = new ArrayList<UUID>();
    leases.stream()
        .filter(lease -> !renewed.contains(lease.token()))
        .forEach(lease -> abandon.add(lease.job()));
    var now = database.<@Nullable Worker>transact(tx -> WorkerStore.find(tx, worker));
    return new Beat(abandon, now == null ? "gone" : now.state());
  }

  /// Frees at once what a leaving worker still holds; false if the caller has no such worker.
  public boolean leave(UUID caller, UUID worker) {
    var held =
        database.transact(tx -> {
          if (own(WorkerStore.find(tx, worker), caller) == null) {
            return null;
          }
          WorkerStore.gone(tx, worker);
          return LeaseStore.heldBy(tx, worker);
        });
    if (held == null) {
      return false;
    }
    for (var id : held) {
      var job = database.<@Nullable Job>transact(tx -> JobStore.find(tx, id));
      if (job != null && job.token() != null && worker.equals(job.worker())) {
        endings.release(id, job.token());
      }
    }
    return true;
  }

  public List<Worker> recent() {
    return database.transact(WorkerStore::recent);
  }

  /// What an operator may tell a worker.
  public enum Order {
    READMIT,
    PAUSE,
    RESUME,
    DRAIN
  }

  /// What came of an order.
  public sealed interface Ordered {
    record Done(Worker worker) implements Ordered {}

    /// It is in a state in which the order makes no sense.
    record NotNow(Worker worker) implements Ordered {}

    record Unknown() implements Ordered {}
  }

  /// Obeys an operator. An order that is carried out already is done.
  ///
  /// @param by the operator
  public Ordered order(UUID by, UUID worker, Order order) {
    return database.transact(tx -> {
      var patience = config.heartbeat().multipliedBy(MISSED);
      boolean changed =
          switch (order) {
            case READMIT -> WorkerStore.readmit(tx, worker, "quarantined", patience);
            case PAUSE -> WorkerStore.pause(tx, worker);
            case RESUME -> WorkerStore.readmit(tx, worker, "paused", patience);
            case DRAIN -> WorkerStore.drain(tx, worker, patience);
          };
      var action = "worker-" + order.name().toLowerCase(Locale.ROOT);
      return ordered(tx, worker, end(order), changed ? new Deed(by, action, Map.of()) : null);
    });
  }

  /// Keeps a worker from work that an operator has doubts about.
  public Ordered quarantine(UUID by, UUID worker, String reason) {
    return database.transact(tx -> {
      boolean changed = WorkerStore.quarantine(tx, worker, reason);
      var deed = new Deed(by, "worker-quarantine", Map.of("reason", reason));
      return ordered(tx, worker, "quarantined", changed ? deed : null);
    });
  }

  /// What an operator has changed, to be written down.
  private record Deed(UUID by, String action, Map<String, String> detail) {}

  private static Ordered ordered(Tx tx, UUID worker, String wanted, @Nullable Deed deed) {
    var now = WorkerStore.find(tx, worker);
    if (now == null) {
      return new Ordered.Unknown();
    }
    if (deed != null) {
      var detail = new TreeMap<>(deed.detail());
      detail.put("name", now.name());
      AuditStore.add(tx, deed.by(), deed.action(), worker.toString(), detail);
    }
    return now.state().equals(wanted) ? new Ordered.Done(now) : new Ordered.NotNow(now);
  }

  private static String end(Order order) {
    return switch (order) {
      case READMIT, RESUME -> "live";
      case PAUSE -> "paused";
      case DRAIN -> "draining";
    };
  }

  private void cancelHeld(UUID worker) {
    for (var id : database.transact(tx -> LeaseStore.toCancel(tx, worker))) {
      database.run(tx -> {
        var job = JobStore.lock(tx, id);
        if (job != null && worker.equals(job.worker())) {
          endings.cancelled(tx, Objects.requireNonNull(job));
        }
      });
    }
  }

  private static @Nullable Worker own(@Nullable Worker worker, UUID caller) {
    return worker != null && worker.token().equals(caller) ? worker : null;
  }
}

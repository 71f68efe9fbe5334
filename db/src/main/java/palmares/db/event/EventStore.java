package palmares.db.event;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.EVENT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import palmares.db.Json;
import palmares.db.NamedLock;
import palmares.db.Tx;

/// Timelines. Whoever appends holds the subject until the transaction ends, so that a reader that
/// has seen number n has seen all before it.
public final class EventStore {

  /// The channel that is notified of every subject with something new.
  public static final String CHANNEL = "palmares_event";

  private EventStore() {}

  public static void append(Tx tx, UUID subject, String kind, Map<String, String> detail) {
    NamedLock.EVENTS.hold(tx, subject);
    tx.sql()
        .insertInto(EVENT, EVENT.SUBJECT, EVENT.SEQ, EVENT.KIND, EVENT.DETAIL)
        .select(
            select(
                    val(subject),
                    coalesce(max(EVENT.SEQ), inline(0)).plus(1),
                    val(kind),
                    val(JSONB.valueOf(Json.canonical(detail))))
                .from(EVENT)
                .where(EVENT.SUBJECT.eq(subject)))
        .execute();
    tx.sql().execute("select pg_notify({0}, {1})", val(CHANNEL), val(subject.toString()));
  }

  /// What came after number `seq`, in order, at most `limit`.
  public static List<Event> after(Tx tx, UUID subject, int seq, int limit) {
    return tx.sql()
        .selectFrom(EVENT)
        .where(EVENT.SUBJECT.eq(subject))
        .and(EVENT.SEQ.gt(seq))
        .orderBy(EVENT.SEQ)
        .limit(limit)
        .fetch(row ->
            new Event(
                row.getSubject(),
                row.getSeq(),
                row.getKind(),
                row.getAt(),
                Json.strings(row.getDetail().data())));
  }
}

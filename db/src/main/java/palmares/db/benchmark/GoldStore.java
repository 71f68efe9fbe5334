package palmares.db.benchmark;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.GOLD;
import static palmares.db.schema.Tables.GOLD_DOCUMENT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.QueryPart;
import org.jooq.Record;
import palmares.db.Sha256;
import palmares.db.Tx;

/// The gold of benchmark versions. A revision holds the examples that it mends; for the others what
/// the revisions before say still counts.
public final class GoldStore {

  /// What a version is published with.
  public static final int FIRST = 1;

  private GoldStore() {}

  /// The newest revision of a version's gold.
  public static int newest(Tx tx, UUID version) {
    return tx.sql()
        .select(GOLD_DOCUMENT.REVISION)
        .from(GOLD_DOCUMENT)
        .where(GOLD_DOCUMENT.VERSION_ID.eq(version))
        .orderBy(GOLD_DOCUMENT.REVISION.desc())
        .limit(1)
        .fetchSingle()
        .value1();
  }

  /// Names the document that workers get for a revision.
  public static void addDocument(Tx tx, UUID version, int revision, Sha256 document) {
    tx.sql()
        .insertInto(GOLD_DOCUMENT)
        .set(GOLD_DOCUMENT.VERSION_ID, version)
        .set(GOLD_DOCUMENT.REVISION, revision)
        .set(GOLD_DOCUMENT.SHA256, document)
        .execute();
  }

  /// Adds a revision, or the first gold of examples that are new.
  ///
  /// @param gold canonical JSON by ordinal
  public static void add(Tx tx, UUID version, int revision, Map<Integer, String> gold) {
    GoldRole.in(
        tx,
        sql -> {
          var insert =
              sql.insertInto(GOLD, GOLD.VERSION_ID, GOLD.ORDINAL, GOLD.REVISION, GOLD.CONTENT);
          for (var each : gold.entrySet()) {
            insert =
                insert.values(version, each.getKey(), revision, JSONB.valueOf(each.getValue()));
          }
          return insert.execute();
        });
  }

  /// Examples with their gold as it stands in a revision, by ordinal.
  ///
  /// @param after the ordinal that the page before ended with; -1 for the first page
  public static List<GoldRow> page(Tx tx, UUID version, int revision, int after, int limit) {
    return fetch(
        tx,
        SELECT + " and b.ordinal > {2} order by b.ordinal limit {3}",
        val(version),
        val(revision),
        val(after),
        val(limit));
  }

  /// The same for the examples of these names.
  public static List<GoldRow> named(Tx tx, UUID version, int revision, Collection<String> names) {
    return fetch(
        tx,
        SELECT + " and b.name = any({2}) order by b.ordinal",
        val(version),
        val(revision),
        val(names.toArray(String[]::new)));
  }

  private static final String SELECT =
      """
      select b.ordinal, b.name, b.split, b.tags, e.messages::text as messages, g.content::text as gold
      from benchmark_example b
      join example e on e.id = b.example_id
      cross join lateral (
        select content from gold
        where version_id = b.version_id and ordinal = b.ordinal and revision <= {1}
        order by revision desc limit 1) g
      where b.version_id = {0}
      """;

  private static List<GoldRow> fetch(Tx tx, String query, QueryPart... parts) {
    return GoldRole.in(tx, sql -> sql.fetch(query, parts).map(GoldStore::row));
  }

  private static GoldRow row(Record row) {
    return new GoldRow(
        new ExampleRow(
            row.get("ordinal", Integer.class),
            row.get("name", String.class),
            row.get("split", String.class),
            List.of(row.get("tags", String[].class)),
            row.get("messages", String.class)),
        row.get("gold", String.class));
  }
}

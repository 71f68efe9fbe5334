package palmares.db.benchmark;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.BENCHMARK_EXAMPLE;
import static palmares.db.schema.Tables.EXAMPLE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import palmares.db.Tx;

/// Examples of benchmark versions, and their gold apart.
public final class ExampleStore {

  private ExampleStore() {}

  /// Stores examples with their first gold. Call it with a few hundred at a time.
  public static void add(Tx tx, UUID version, List<NewExample> examples) {
    var digests = examples.stream().map(example -> example.digest().bytes()).toArray(byte[][]::new);
    tx.sql()
        .execute(
            """
            insert into example (digest, messages)
            select distinct on (digest) digest, messages::jsonb
            from unnest({0}, {1}::text[]) as t(digest, messages)
            order by digest
            on conflict (digest) do nothing
            """,
            val(digests), val(examples.stream().map(NewExample::messages).toArray(String[]::new)));
    var ids =
        tx.sql()
            .select(EXAMPLE.DIGEST, EXAMPLE.ID)
            .from(EXAMPLE)
            .where(EXAMPLE.DIGEST.in(examples.stream().map(NewExample::digest).toList()))
            .fetchMap(EXAMPLE.DIGEST, EXAMPLE.ID);
    var places =
        tx.sql()
            .insertInto(
                BENCHMARK_EXAMPLE,
                BENCHMARK_EXAMPLE.VERSION_ID,
                BENCHMARK_EXAMPLE.ORDINAL,
                BENCHMARK_EXAMPLE.EXAMPLE_ID,
                BENCHMARK_EXAMPLE.NAME,
                BENCHMARK_EXAMPLE.SPLIT,
                BENCHMARK_EXAMPLE.TAGS);
    for (var example : examples) {
      places =
          places.values(
              version,
              example.ordinal(),
              ids.get(example.digest()),
              example.name(),
              example.split(),
              example.tags().toArray(String[]::new));
    }
    places.execute();
    GoldStore.add(
        tx,
        version,
        GoldStore.FIRST,
        examples.stream().collect(Collectors.toMap(NewExample::ordinal, NewExample::gold)));
  }

  /// Examples by ordinal, without gold.
  ///
  /// @param after the ordinal that the page before ended with; -1 for the first page
  public static List<ExampleRow> page(Tx tx, UUID version, int after, int limit) {
    return tx.sql()
        .select(
            BENCHMARK_EXAMPLE.ORDINAL,
            BENCHMARK_EXAMPLE.NAME,
            BENCHMARK_EXAMPLE.SPLIT,
            BENCHMARK_EXAMPLE.TAGS,
            EXAMPLE.MESSAGES)
        .from(BENCHMARK_EXAMPLE)
        .join(EXAMPLE)
        .on(EXAMPLE.ID.eq(BENCHMARK_EXAMPLE.EXAMPLE_ID))
        .where(BENCHMARK_EXAMPLE.VERSION_ID.eq(version))
        .and(BENCHMARK_EXAMPLE.ORDINAL.gt(after))
        .orderBy(BENCHMARK_EXAMPLE.ORDINAL)
        .limit(limit)
        .fetch(row ->
            new ExampleRow(
                row.value1(),
                row.value2(),
                row.value3(),
                List.of(row.value4()),
                row.value5().data()));
  }

  /// The ordinal of each example by its name, in order.
  public static Map<String, Integer> ordinals(Tx tx, UUID version) {
    return tx
        .sql()
        .select(BENCHMARK_EXAMPLE.NAME, BENCHMARK_EXAMPLE.ORDINAL)
        .from(BENCHMARK_EXAMPLE)
        .where(BENCHMARK_EXAMPLE.VERSION_ID.eq(version))
        .orderBy(BENCHMARK_EXAMPLE.ORDINAL)
        .fetch()
        .stream()
        .collect(
            LinkedHashMap::new, (map, row) -> map.put(row.value1(), row.value2()), Map::putAll);
  }
}

package palmares.api.imported;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import palmares.api.json.Binder;
import palmares.api.json.JsonReader;
import palmares.api.problem.Flaws;
import palmares.api.upload.BadUpload;
import palmares.api.upload.Copying;
import palmares.api.upload.Line;
import palmares.api.upload.Lines;
import palmares.api.upload.Unpacked;
import palmares.contract.imported.BattleLine;
import palmares.db.imported.ImportedRows.BattleColumns;

/// Battles as they are read, packed into arrays: a file may hold millions.
final class BattleRows {

  private static final int MOST_SYSTEMS = 2_000;
  private static final int FIRST_CAPACITY = 1024;

  private final Flaws flaws;
  private final Reasons skipped = new Reasons();
  private final Map<String, Integer> systems = new LinkedHashMap<>();
  private final Map<String, Integer> clusters = new LinkedHashMap<>();
  private int[] left = new int[FIRST_CAPACITY];
  private int[] right = new int[FIRST_CAPACITY];
  private double[] outcome = new double[FIRST_CAPACITY];
  private double[] weight = new double[FIRST_CAPACITY];
  private int[] cluster = new int[FIRST_CAPACITY];
  private int size;
  private int rows;
  private int clustered;

  BattleRows(Flaws flaws) {
    this.flaws = flaws;
  }

  /// @return whether reading ended because there is too much
  boolean read(ArrayRows.Source source) throws IOException {
    var number = 0;
    try (var content = Unpacked.of(source.upload(), source.maxBytes())) {
      var lines = new Lines(new Copying(content, source.copy()));
      for (var line = lines.next(); line != null && !flaws.isFull(); line = lines.next()) {
        number = line.number();
        read(line);
      }
      end();
      return false;
    } catch (BadUpload e) {
      flaws.add(number + 1, null, String.valueOf(e.getMessage()));
      return e.reason() == BadUpload.Reason.TOO_LARGE;
    }
  }

  private void read(Line line) {
    switch (line) {
      case Line.TooLong(var number, var length) ->
          flaws.add(number, null, "is %d bytes long; at most 4 MiB are allowed".formatted(length));
      case Line.Bytes(var number, var content) -> {
        var json = JsonReader.read(content, number, flaws);
        var battle = json == null ? null : Binder.of(flaws).record(json, BattleLine.class, "");
        if (battle != null) {
          add(battle.line() == null ? number : battle.line(), battle);
        }
      }
    }
  }

  private void add(int line, BattleLine battle) {
    rows++;
    var before = flaws.size();
    SystemNames.check("left", battle.left(), line, flaws);
    SystemNames.check("right", battle.right(), line, flaws);
    if (!(battle.outcome() >= 0 && battle.outcome() <= 1)) {
      flaws.add(line, "outcome", "must be from 0 to 1: " + battle.outcome());
    }
    var times = battle.weight() == null ? 1 : battle.weight();
    if (!(times > 0) || Double.isInfinite(times)) {
      flaws.add(line, "weight", "must be greater than 0 and finite: " + times);
    }
    if ((battle.cluster() != null) != (clustered > 0) && size > 0) {
      flaws.add(line, "cluster", "either every battle names one or none does");
    }
    if (flaws.size() > before) {
      return;
    }
    if (battle.left().equals(battle.right())) {
      skipped.add("a system against itself", line);
      return;
    }
    append(battle, times);
    if (systems.size() > MOST_SYSTEMS) {
      flaws.add(line, null, "more than %d systems in one file".formatted(MOST_SYSTEMS));
      systems.clear();
    }
  }

  private void append(BattleLine battle, double times) {
    if (size == left.length) {
      left = Arrays.copyOf(left, 2 * size);
      right = Arrays.copyOf(right, 2 * size);
      outcome = Arrays.copyOf(outcome, 2 * size);
      weight = Arrays.copyOf(weight, 2 * size);
      cluster = Arrays.copyOf(cluster, 2 * size);
    }
    left[size] = place(systems, battle.left());
    right[size] = place(systems, battle.right());
    outcome[size] = battle.outcome();
    weight[size] = times;
    cluster[size] = battle.cluster() == null ? size : place(clusters, battle.cluster());
    clustered += battle.cluster() == null ? 0 : 1;
    size++;
  }

  private static int place(Map<String, Integer> places, String name) {
    return places.computeIfAbsent(name, added -> places.size());
  }

  private void end() {
    if (size == 0 && flaws.isEmpty()) {
      flaws.add(null, null, "holds no battles");
    }
  }

  int rows() {
    return rows;
  }

  int size() {
    return size;
  }

  boolean isClustered() {
    return clustered > 0;
  }

  Reasons skipped() {
    return skipped;
  }

  /// In the order in which they first appear.
  List<String> systems() {
    return new ArrayList<>(systems.keySet());
  }

  /// How many battles each system takes part in.
  int[] counts() {
    var counts = new int[systems.size()];
    for (var i = 0; i < size; i++) {
      counts[left[i]]++;
      counts[right[i]]++;
    }
    return counts;
  }

  /// @param numbers of submissions, by place of the system
  BattleColumns columns(long[] numbers) {
    return new BattleColumns(
        Arrays.stream(left, 0, size).mapToLong(place -> numbers[place]).toArray(),
        Arrays.stream(right, 0, size).mapToLong(place -> numbers[place]).toArray(),
        Arrays.copyOf(outcome, size),
        Arrays.copyOf(weight, size),
        Arrays.copyOf(cluster, size));
  }
}

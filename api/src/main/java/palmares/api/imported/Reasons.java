package palmares.api.imported;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import palmares.contract.imported.ImportReport.Reason;

/// Counts rows by what is to be said of them, and names the first few.
final class Reasons {

  private static final int NAMED = 5;

  private final Map<String, Lines> byReason = new LinkedHashMap<>();

  private static final class Lines {
    private final List<Integer> first = new ArrayList<>();
    private int count;
  }

  void add(String reason, int line) {
    var lines = byReason.computeIfAbsent(reason, known -> new Lines());
    lines.count++;
    if (lines.first.size() < NAMED) {
      lines.first.add(line);
    }
  }

  List<Reason> list() {
    return byReason.entrySet().stream()
        .map(e -> new Reason(e.getKey(), e.getValue().count, List.copyOf(e.getValue().first)))
        .toList();
  }
}

package palmares.api.benchmark;

import java.util.List;
import palmares.contract.benchmark.ExampleLine.MessageLine;
import palmares.contract.work.Work.CheckLine;
import palmares.db.Json;
import palmares.db.benchmark.GoldRow;

/// Examples with their gold, as they were published or mended.
final class StoredExamples {

  private StoredExamples() {}

  private record GoldContent(List<String> references, List<CheckLine> checklist) {}

  static SourceExample of(GoldRow row) {
    var example = row.example();
    var gold = Json.read(row.gold(), GoldContent.class);
    return new SourceExample(
        example.name(),
        List.of(Json.read(example.messages(), MessageLine[].class)),
        example.tags(),
        example.split(),
        gold.references(),
        gold.checklist());
  }
}

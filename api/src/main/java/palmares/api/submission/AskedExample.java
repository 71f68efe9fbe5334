package palmares.api.submission;

import java.util.ArrayList;
import java.util.List;
import palmares.api.benchmark.Visible;
import palmares.contract.benchmark.ExampleLine.MessageLine;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.benchmark.GoldStore;
import palmares.db.job.Run;

/// What an example asks, and what is expected.
public record AskedExample(List<MessageLine> messages, List<String> references) {

  public AskedExample {
    messages = List.copyOf(messages);
    references = List.copyOf(references);
  }

  /// @param run whose revision of the gold is meant
  public static AskedExample of(Tx tx, Run run, String example) {
    var spec = run.spec();
    var stored =
        GoldStore.named(tx, spec.benchmarkVersion(), spec.goldRevision(), List.of(example))
            .getFirst();
    var references = new ArrayList<String>();
    Json.tree(stored.gold())
        .path("references")
        .forEach(reference -> references.add(reference.asString()));
    return new AskedExample(
        List.of(Json.read(stored.example().messages(), MessageLine[].class)), references);
  }

  /// What is expected, as far as it may be seen.
  public List<String> references(Visible visible) {
    return visible.includes(Visible.GOLD) ? references : List.of();
  }
}

package palmares.worker.job;

import java.io.IOException;
import java.util.List;
import palmares.contract.work.Work.Claim;
import palmares.contract.work.Work.InputLine;
import palmares.contract.work.Work.ResponseResult;
import palmares.worker.client.ApiException;
import palmares.worker.embedding.Embeddings;
import palmares.worker.system.BuiltInSystem;
import palmares.worker.system.SystemSettings;

/// Runs a built-in system over the examples of a job.
final class Generation implements Stage {

  private final BuiltInSystem system;
  private final Embeddings embeddings;

  Generation(BuiltInSystem system, Embeddings embeddings) {
    this.system = system;
    this.embeddings = embeddings;
  }

  @Override
  public void work(Claim claim, JobDocuments documents, ResultBatches results)
      throws EvaluatorException, IOException, ApiException, InterruptedException {
    var settings = new SystemSettings(claim.settings());
    try (var lines = documents.lines(claim.inputs(), InputLine.class)) {
      for (var chunk = lines.next(CHUNK); !chunk.isEmpty(); chunk = lines.next(CHUNK)) {
        var texts = respond(chunk, settings);
        for (int i = 0; i < chunk.size(); i++) {
          results.add(new ResponseResult(chunk.get(i).ordinal(), 0, texts.get(i), null));
        }
      }
    }
  }

  private List<String> respond(List<InputLine> chunk, SystemSettings settings)
      throws EvaluatorException, InterruptedException {
    var examples = chunk.stream().map(ExampleLines::example).toList();
    var where = system.key() + " on examples " + examples.getFirst().id() + " and following";
    var texts = Guarded.call(where, () -> system.respond(examples, settings, embeddings));
    if (texts.size() != examples.size()) {
      throw new EvaluatorException(
          where + " gave " + texts.size() + " responses to " + examples.size() + " examples");
    }
    return texts;
  }
}

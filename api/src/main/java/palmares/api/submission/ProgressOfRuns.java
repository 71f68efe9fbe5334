package palmares.api.submission;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import palmares.db.Tx;
import palmares.db.job.Run;
import palmares.db.submission.Progress;
import palmares.db.submission.RunView;

/// How far the evaluators are with runs. Counting the evidence of a large run takes a second; that
/// of a run that has ended does not change any more, and is counted once.
@Singleton
class ProgressOfRuns {

  private static final int KEPT = 1_000;

  private final Map<UUID, List<Progress>> ended = Collections.synchronizedMap(new Recent());

  List<Progress> of(Tx tx, Run run) {
    var known = ended.get(run.id());
    if (known != null) {
      return known;
    }
    var progress = RunView.progress(tx, run.id(), run.no());
    if (run.state().isEnd()) {
      ended.put(run.id(), progress);
    }
    return progress;
  }

  private static final class Recent extends LinkedHashMap<UUID, List<Progress>> {

    private static final long serialVersionUID = 1;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, List<Progress>> eldest) {
      return size() > KEPT;
    }
  }
}

package palmares.api.work;

import static palmares.api.work.WorkController.checked;

import java.util.List;
import palmares.api.job.Results;
import palmares.db.Sha256;
import palmares.db.battle.PreferenceRow;
import palmares.db.evidence.GivenResponse;
import palmares.db.evidence.ScoreRow;

/// A batch of results. What is wrong with its lines is the caller's fault.
record CheckedBatch(String id, Sha256 digest, ResultLines lines) implements Results.Batch {

  @Override
  public List<ScoreRow> scores() {
    return checked(lines::scores);
  }

  @Override
  public List<GivenResponse> responses() {
    return checked(lines::responses);
  }

  @Override
  public List<PreferenceRow> preferences() {
    return checked(lines::preferences);
  }
}

package palmares.api.job;

import java.util.List;
import palmares.db.Sha256;
import palmares.db.battle.PreferenceRow;
import palmares.db.evidence.GivenResponse;
import palmares.db.evidence.ScoreRow;

/// A batch of results under the name of its content.
record GivenBatch(
    List<ScoreRow> scores, List<GivenResponse> responses, List<PreferenceRow> preferences)
    implements Results.Batch {

  @Override
  public String id() {
    return digest().hex();
  }

  @Override
  public Sha256 digest() {
    return Sha256.of(toString());
  }
}

package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Bm25SentenceTest {

  private final Bm25Sentence system = new Bm25Sentence();

  @Test
  void wordsMatchInEveryForm() {
    assertThat(Passages.respond(system, Passages.LIGHTHOUSE, "Who is climbing?"))
        .isEqualTo("The keeper climbs them every evening.");
  }

  @Test
  void aRareWordCountsMoreThanACommonOne() {
    var passage = "The boat left. The boat came. The goat slept. The boat sank.";

    assertThat(Passages.respond(system, passage, "boat goat")).isEqualTo("The goat slept.");
  }

  @Test
  void theFirstSentenceIsGivenWhereNothingMatches() {
    assertThat(Passages.respond(system, "One. Two.", "Which?")).isEqualTo("One.");
  }
}

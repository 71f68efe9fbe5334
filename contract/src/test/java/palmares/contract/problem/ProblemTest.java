package palmares.contract.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void aProblemReadWithoutErrorsHasAnEmptyList() {
    var problem = new Problem("about:blank", "Not Found", 404, "There is no x.", null, null);

    assertThat(problem.errors()).isEmpty();
  }
}

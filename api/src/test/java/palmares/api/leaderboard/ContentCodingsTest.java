package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                    | true
          gzip, deflate, br, zstd | true
          br;q=1.0, GZIP;q=0.5    | true
          gzip ; q=0.001          | true
          gzip;q=0                | false
          gzip; q=0.000           | false
          identity                | false
          *                       | false
          ''                      | false
          """)
  void gzipIsTakenWhereItIsNamedAndNotRefused(String header, boolean taken) {
    assertThat(ContentCodings.acceptsGzip(header)).isEqualTo(taken);
  }
}

package palmares.api.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] KEY = "12345678901234567890".getBytes(US_ASCII);

  /// RFC 6238, appendix B, the rows of SHA1: eight digits.
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void aCodeIsThatOfRfc6238(long second, String expected) {
    var step = Totp.step(Instant.ofEpochSecond(second));

    assertThat(Totp.code(KEY, step, 8)).isEqualTo(expected);
    assertThat(Totp.code(KEY, step)).isEqualTo(expected.substring(2));
  }

  /// RFC 4226, appendix D: six digits for the first ten counts.
  @ParameterizedTest
  @CsvSource({
    "0, 755224",
    "1, 287082",
    "2, 359152",
    "3, 969429",
    "4, 338314",
    "5, 254676",
    "6, 287922",
    "7, 162583",
    "8, 399871",
    "9, 520489"
  })
  void aCodeOfACountIsThatOfRfc4226(long count, String expected) {
    assertThat(Totp.code(KEY, count)).isEqualTo(expected);
  }

  /// RFC 4648, section 10, without the padding.
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void aKeyIsWrittenInTheBase32OfRfc4648(String text, String expected) {
    assertThat(Base32.encode(text.getBytes(US_ASCII))).isEqualTo(expected);
  }
}

package palmares.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void sortsKeysAndWritesNumbersAsRfc8785Does() {
    // The example of RFC 8785, section 3.2.2, shortened to its numbers and key order.
    assertThat(
            Json.canonical(
                """
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "literals": [null, true, false]}\
                """))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27]}");
  }

  @Test
  void digestsEqualContentEquallyWhateverTheOrder() {
    assertThat(Json.digest(Map.of("b", 1, "a", List.of("x"))))
        .isEqualTo(Sha256.of("{\"a\":[\"x\"],\"b\":1}"));
  }

  @Test
  void readsWhatItWroteAndRefusesUnknownFields() {
    var place = new Place("Oslo", 59);

    assertThat(Json.read(Json.canonical(place), Place.class)).isEqualTo(place);
    assertThatThrownBy(() -> Json.read("{\"name\":\"Oslo\",\"lat\":59,\"x\":1}", Place.class))
        .hasMessageContaining("\"x\"");
  }

  record Place(String name, int lat) {}
}

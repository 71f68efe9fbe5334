package palmares.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressPolicyTest {

  private final EgressPolicy strict = EgressPolicy.strict();

  /// IANA's registries of special-purpose addresses, and what clouds tell their machines.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "4000::1"
      })
  void anAddressThatIsNotPublicIsRefused(String address) {
    assertThat(strict.flaw(InetAddress.ofLiteral(address)))
        .contains("is in a network that is not to be reached from here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "128.0.0.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1",
        "64:ff9b::101:101"
      })
  void aPublicAddressIsAllowed(String address) {
    assertThat(strict.flaw(InetAddress.ofLiteral(address))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://example.org/ | it must begin with https://",
        "ftp://example.org/ | it must begin with https://",
        "file:///etc/passwd | it must begin with https://",
        "example.org | it must begin with https://",
        "https:///path | it must name a host, in ASCII",
        "https://a:b@example.org/ | it must not carry a user or password",
        "https://example.org/#x | it must not have a part behind '#'",
        "https://example.org:8443/ | port 8443 is not among those allowed: [443]",
        "https://example.org:22/ | port 22 is not among those allowed: [443]",
        "https://127.0.0.1/ | 127.0.0.1 is in a network that is not to be reached from here",
        "https://[::1]/ | 0:0:0:0:0:0:0:1 is in a network that is not to be reached from here"
      })
  void whatIsWrongWithAnAddressAsItIsWrittenIsSaid(String address, String flaw) {
    assertThat(strict.flaw(URI.create(address))).isEqualTo(flaw);
  }

  @Test
  void noFlawQuotesThePathWhichMayBeSecret() {
    var flaw = strict.flaw(URI.create("https://127.0.0.1/services/T0/B0/s3cret?token=s3cret"));

    assertThat(flaw).isNotNull().doesNotContain("s3cret");
  }

  @Test
  void anOperatorAllowsRangesPortsAndPlainHttp() {
    var policy =
        new EgressPolicy(true, Set.of(80, 9000), List.of(AddressRange.parse("10.1.0.0/16")));

    assertThat(policy.flaw(URI.create("http://10.1.2.3:9000/"))).isNull();
    assertThat(policy.flaw(URI.create("http://10.1.2.3/"))).isNull();
    assertThat(policy.flaw(URI.create("http://10.2.0.1/"))).contains("10.2.0.1");
    assertThat(policy.flaw(URI.create("https://example.org/"))).contains("port 443");
  }

  @Test
  void aRangeIsReadAndNothingIsLookedUp() {
    assertThat(AddressRange.parse("fd00::/8").contains(InetAddress.ofLiteral("fdab::1"))).isTrue();
    assertThat(AddressRange.parse("fd00::/8").contains(InetAddress.ofLiteral("10.0.0.1")))
        .isFalse();
    assertThat(AddressRange.parse("10.0.0.7").contains(InetAddress.ofLiteral("10.0.0.8")))
        .isFalse();
    assertThatThrownBy(() -> AddressRange.parse("example.org/8"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AddressRange.parse("10.0.0.0/33"))
        .hasMessage("a range of 10.0.0.0 has 0 to 32 bits: 33");
    assertThatThrownBy(() -> AddressRange.parse("10.0.0.0/x"))
        .hasMessage("a range of addresses must be written as 10.0.0.0/8: 10.0.0.0/x");
  }
}

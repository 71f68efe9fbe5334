package palmares.egress;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where requests may go whose address somebody else has chosen: by https, to a port that is
/// allowed, and to no address within a network of ours.
///
/// @param plainHttp whether http is allowed as well
/// @param ports that are allowed
/// @param allowed addresses that are, although they do not lead to the public Internet
public record EgressPolicy(boolean plainHttp, Set<Integer> ports, List<AddressRange> allowed) {

  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int LONGEST = 2000;

  public EgressPolicy {
    ports = Set.copyOf(ports);
    allowed = List.copyOf(allowed);
    if (ports.isEmpty() || ports.stream().anyMatch(port -> port < 1 || port > 65_535)) {
      throw new IllegalArgumentException("ports must be some of 1..65535: " + ports);
    }
  }

  /// Public addresses by https on its own port.
  public static EgressPolicy strict() {
    return new EgressPolicy(false, Set.of(HTTPS), List.of());
  }

  /// What is wrong with an address as it is written, before its name is looked up; absent if
  /// nothing is. Never quotes the path or the query, which may be secret.
  public @Nullable String flaw(URI address) {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(java.util.Locale.ROOT);
    if (!scheme.equals("https") && !(plainHttp && scheme.equals("http"))) {
      return plainHttp ? "it must begin with https:// or http://" : "it must begin with https://";
    }
    var host = address.getHost();
    if (host == null || host.isEmpty()) {
      return "it must name a host, in ASCII";
    }
    if (address.toString().length() > LONGEST) {
      return "it must have at most " + LONGEST + " characters";
    }
    if (address.getRawUserInfo() != null) {
      return "it must not carry a user or password";
    }
    if (address.getRawFragment() != null) {
      return "it must not have a part behind '#'";
    }
    if (!ports.contains(port(address))) {
      return "port %d is not among those allowed: %s"
          .formatted(port(address), ports.stream().sorted().toList());
    }
    return flawOfLiteral(host);
  }

  private @Nullable String flawOfLiteral(String host) {
    try {
      return flaw(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException e) {
      return null; // a name, which is looked up when it is used
    }
  }

  /// What is wrong with an address that a name stands for; absent if nothing is.
  public @Nullable String flaw(InetAddress address) {
    return ReservedAddresses.contain(address)
            && allowed.stream().noneMatch(range -> range.contains(address))
        ? "%s is in a network that is not to be reached from here"
            .formatted(address.getHostAddress())
        : null;
  }

  static int port(URI address) {
    if (address.getPort() != -1) {
      return address.getPort();
    }
    return "http".equalsIgnoreCase(address.getScheme()) ? HTTP : HTTPS;
  }
}

package palmares.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Addresses that do not lead to the public Internet, or lead to what a cloud tells its own
/// machines: from IANA's registries of special-purpose addresses.
final class ReservedAddresses {

  private static final List<AddressRange> V4 =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // behind a carrier's translation; metadata at 100.100.100.200
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // public by its number, and yet what Azure tells its machines
          "169.254.0.0/16", // link-local; metadata at 169.254.169.254
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments; metadata at 192.0.0.192
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks of networks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  /// What is routed to the public Internet, as a whole; everything else is not.
  private static final AddressRange V6_GLOBAL = AddressRange.parse("2000::/3");

  private static final List<AddressRange> V6 =
      ranges(
          "2001::/23", // protocol assignments, Teredo among them
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4: any IPv4 address inside
          "3fff::/20"); // documentation

  /// The translation of NAT64: an IPv4 address in the last four bytes.
  private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");

  private ReservedAddresses() {}

  static boolean contain(InetAddress address) {
    if (address instanceof Inet4Address) {
      return V4.stream().anyMatch(range -> range.contains(address));
    }
    var inner = translated(address);
    if (inner != null) {
      return contain(inner);
    }
    return !V6_GLOBAL.contains(address) || V6.stream().anyMatch(range -> range.contains(address));
  }

  private static @Nullable InetAddress translated(InetAddress address) {
    var bytes = address.getAddress();
    if (!NAT64.contains(address)) {
      return null;
    }
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static List<AddressRange> ranges(String... texts) {
    return Stream.of(texts).map(AddressRange::parse).toList();
  }
}

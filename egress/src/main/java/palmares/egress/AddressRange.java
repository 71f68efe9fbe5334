package palmares.egress;

import java.net.InetAddress;

/// Addresses with the same beginning, written as `10.0.0.0/8` or `fd00::/8`; an address alone is a
/// range of one.
///
/// @param bits how many of the first bits count
public record AddressRange(InetAddress network, int bits) {

  public AddressRange {
    int all = network.getAddress().length * Byte.SIZE;
    if (bits < 0 || bits > all) {
      throw new IllegalArgumentException(
          "a range of %s has 0 to %d bits: %d".formatted(network.getHostAddress(), all, bits));
    }
  }

  /// @throws IllegalArgumentException if it is none; names are not looked up
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    var network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int all = network.getAddress().length * Byte.SIZE;
    try {
      return new AddressRange(
          network, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a range of addresses must be written as 10.0.0.0/8: " + text, e);
    }
  }

  public boolean contains(InetAddress address) {
    var mine = network.getAddress();
    var other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}

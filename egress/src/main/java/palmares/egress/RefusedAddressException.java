package palmares.egress;

/// A name stands for an address that the policy does not allow.
final class RefusedAddressException extends RuntimeException {

  RefusedAddressException(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}

package palmares.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// What names stand for.
@FunctionalInterface
interface HostNames {

  List<InetAddress> of(String host) throws UnknownHostException;

  static List<InetAddress> ofSystem(String host) throws UnknownHostException {
    return List.of(InetAddress.getAllByName(host));
  }
}

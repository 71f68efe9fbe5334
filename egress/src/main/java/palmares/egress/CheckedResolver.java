package palmares.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/// Looks a name up once for a connection, and gives only addresses that the policy allows: the
/// connection goes to one of them, whatever the name stands for a moment later. A name that stands
/// for one address that is not allowed is not used at all.
final class CheckedResolver implements SocketAddressResolver {

  private final EgressPolicy policy;
  private final HostNames names;

  CheckedResolver(EgressPolicy policy, HostNames names) {
    this.policy = policy;
    this.names = names;
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    // A server of names may be silent for long; who waits for the answer has a time limit.
    Thread.ofVirtual().name("egress-name").start(() -> resolve(host, port, promise));
  }

  private void resolve(String host, int port, Promise<List<InetSocketAddress>> promise) {
    List<InetSocketAddress> addresses;
    try {
      addresses =
          names.of(host).stream()
              .map(this::allowed)
              .map(address -> new InetSocketAddress(address, port))
              .toList();
    } catch (UnknownHostException | RefusedAddressException e) {
      promise.failed(e);
      return;
    }
    promise.succeeded(addresses);
  }

  private InetAddress allowed(InetAddress address) {
    var flaw = policy.flaw(address);
    if (flaw != null) {
      throw new RefusedAddressException(flaw);
    }
    return address;
  }
}

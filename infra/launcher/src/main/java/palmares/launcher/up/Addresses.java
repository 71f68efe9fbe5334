package palmares.launcher.up;

import java.net.URI;
import palmares.launcher.embedded.EmbeddedBroker;
import palmares.launcher.embedded.FreePort;

/// The ports that the parts of one platform listen on, all on loopback.
record Addresses(int webPort, int apiPort, int brokerPort, int databasePort) {

  static Addresses withWebAt(int port) {
    return new Addresses(port, FreePort.near(0), FreePort.near(0), FreePort.near(0));
  }

  URI web() {
    return URI.create("http://127.0.0.1:" + webPort);
  }

  URI api() {
    return URI.create("http://127.0.0.1:" + apiPort);
  }

  URI broker() {
    return URI.create("amqp://127.0.0.1:" + brokerPort + "/" + EmbeddedBroker.VIRTUAL_HOST);
  }
}

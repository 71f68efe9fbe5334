package palmares.launcher.up;

import palmares.launcher.embedded.BrokerAccount;
import palmares.launcher.embedded.Secrets;

/// Who may do what at the embedded broker; new passwords at each start, because it forgets them.
record BrokerAccounts(BrokerAccount api, BrokerAccount worker) {

  static BrokerAccounts random() {
    return new BrokerAccounts(
        new BrokerAccount("palmares-api", Secrets.random()),
        new BrokerAccount("palmares-worker", Secrets.random()));
  }
}

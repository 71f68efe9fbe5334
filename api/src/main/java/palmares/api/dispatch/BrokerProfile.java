package palmares.api.dispatch;

import java.util.Map;

/// What kind of broker is there. All that differs is how a queue is declared; retries, delay and
/// giving up live in the ledger, so that both behave alike.
public enum BrokerProfile {
  /// The broker inside the process: plain queues, in memory.
  EMBEDDED,
  /// RabbitMQ: quorum queues, which survive the loss of a node.
  RABBITMQ;

  Map<String, Object> queueArguments() {
    return switch (this) {
      case EMBEDDED -> Map.of();
      case RABBITMQ -> Map.of("x-queue-type", "quorum");
    };
  }
}

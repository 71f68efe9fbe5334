package palmares.launcher.role;

import java.util.List;

/// All that the roles can be told, by role.
final class Settings {

  static final Setting DATABASE_URL =
      Setting.needed("PALMARES_DATABASE_URL", "such as jdbc:postgresql://localhost:5432/palmares");
  static final Setting DATABASE_USER =
      Setting.needed("PALMARES_DATABASE_USER", "in palmares_api, palmares_gold and no other role");
  static final Setting DATABASE_PASSWORD =
      Setting.neededSecret("PALMARES_DATABASE_PASSWORD", "of that user (or .._FILE)");
  static final Setting DATABASE_OWNER =
      Setting.optional(
          "PALMARES_DATABASE_OWNER", "", "who brings the schema up to date; without, it must be");
  static final Setting DATABASE_OWNER_PASSWORD =
      Setting.optionalSecret("PALMARES_DATABASE_OWNER_PASSWORD", "of that owner (or .._FILE)");
  static final Setting DATABASE_CONNECTIONS =
      Setting.optional("PALMARES_DATABASE_CONNECTIONS", "10", "most connections at a time");
  static final Setting BROKER_ADDRESS =
      Setting.needed("PALMARES_BROKER_ADDRESS", "such as amqp://localhost:5672");
  static final Setting BROKER_USER = Setting.needed("PALMARES_BROKER_USER", "the broker's account");
  static final Setting BROKER_PASSWORD =
      Setting.neededSecret("PALMARES_BROKER_PASSWORD", "of that account (or .._FILE)");
  static final Setting BROKER_PROFILE =
      Setting.optional("PALMARES_BROKER_PROFILE", "rabbitmq", "rabbitmq or embedded");
  static final Setting BLOBS =
      Setting.needed("PALMARES_BLOBS", "folder for uploads, shared by all replicas");
  static final Setting BIND =
      Setting.optional("PALMARES_BIND", "127.0.0.1", "address to listen on");
  static final Setting API_PORT = Setting.optional("PALMARES_HTTP_PORT", "8090", "port; 0 for any");
  static final Setting MAX_UPLOAD =
      Setting.optional("PALMARES_MAX_UPLOAD", "8589934592", "bytes of one upload");
  static final Setting UPLOAD_ROOM =
      Setting.optional(
          "PALMARES_UPLOAD_ROOM", "0", "bytes of all uploads under way; 0 for what the disk has");
  static final Setting LONGEST_JOB =
      Setting.optional("PALMARES_LONGEST_JOB", "PT6H", "time after which a job counts as failed");

  static final Setting KEYCLOAK_ISSUER =
      Setting.optional(
          "PALMARES_KEYCLOAK_ISSUER",
          "",
          "a realm to sign in at, such as https://id/realms/boards");
  static final Setting KEYCLOAK_INTERNAL =
      Setting.optional(
          "PALMARES_KEYCLOAK_INTERNAL", "", "its address from here, where it is another one");
  static final Setting KEYCLOAK_AUDIENCE =
      Setting.optional(
          "PALMARES_KEYCLOAK_AUDIENCE", "palmares-api", "client that stands for the api");
  static final Setting KEYCLOAK_GROUPS =
      Setting.optional("PALMARES_KEYCLOAK_GROUPS", "/", "beginning of groups that become teams");
  static final Setting KEYCLOAK_PLAIN_HTTP =
      Setting.optional(
          "PALMARES_KEYCLOAK_PLAIN_HTTP", "false", "true only in a network of your own");
  static final Setting KEYCLOAK_CLIENT =
      Setting.optional("PALMARES_KEYCLOAK_CLIENT", "palmares-web", "client of the pages");
  static final Setting KEYCLOAK_CLIENT_SECRET =
      Setting.optionalSecret("PALMARES_KEYCLOAK_CLIENT_SECRET", "of that client (or .._FILE)");
  static final Setting ORIGIN =
      Setting.optional("PALMARES_ORIGIN", "", "public address of the pages, to come back to");

  static final Setting VAULT_KEY_FILE =
      Setting.optional(
          "PALMARES_VAULT_KEY_FILE",
          "",
          "master keys, one a line; made beside the blobs if absent");
  static final Setting EGRESS_ALLOW =
      Setting.optional("PALMARES_EGRESS_ALLOW", "", "private ranges that webhooks may go to");
  static final Setting EGRESS_PORTS =
      Setting.optional("PALMARES_EGRESS_PORTS", "443", "ports that webhooks may go to");
  static final Setting EGRESS_PLAIN_HTTP =
      Setting.optional("PALMARES_EGRESS_PLAIN_HTTP", "false", "true lets webhooks go by http");
  static final Setting SMTP_HOST =
      Setting.optional("PALMARES_SMTP_HOST", "", "server for mail; without it there is none");
  static final Setting SMTP_PORT = Setting.optional("PALMARES_SMTP_PORT", "587", "its port");
  static final Setting SMTP_TLS =
      Setting.optional("PALMARES_SMTP_TLS", "STARTTLS", "STARTTLS, TLS or NONE");
  static final Setting SMTP_FROM =
      Setting.optional("PALMARES_SMTP_FROM", "", "sender, such as boards@example.org");
  static final Setting SMTP_USER = Setting.optional("PALMARES_SMTP_USER", "", "account there");
  static final Setting SMTP_PASSWORD =
      Setting.optionalSecret("PALMARES_SMTP_PASSWORD", "of that account (or .._FILE)");

  static final Setting WEB_PORT = Setting.optional("PALMARES_HTTP_PORT", "8080", "port; 0 for any");
  static final Setting API =
      Setting.needed("PALMARES_API", "the api's address, such as http://localhost:8090");
  static final Setting API_TIMEOUT =
      Setting.optional("PALMARES_API_TIMEOUT", "PT60S", "how long the api may be silent");
  static final Setting TRUST_FORWARDED =
      Setting.optional(
          "PALMARES_TRUST_FORWARDED", "false", "true only behind a proxy that sets X-Forwarded-*");

  static final Setting TOKEN =
      Setting.neededSecret(
          "PALMARES_TOKEN", "from `palmares token create NAME --worker-pool POOL` (or .._FILE)");
  static final Setting NAME =
      Setting.optional("PALMARES_NAME", "", "as people see it; with the token, who it is");
  static final Setting SLOTS = Setting.optional("PALMARES_SLOTS", "2", "jobs at a time");
  static final Setting CAPABILITIES =
      Setting.optional("PALMARES_CAPABILITIES", "cpu", "lanes that it serves");
  static final Setting COSTS =
      Setting.optional(
          "PALMARES_COSTS", "", "of an example: OFFER=MICROS[:TOKENS], such as judge@1=250:900");
  static final Setting CACHE =
      Setting.optional("PALMARES_CACHE", "", "folder for documents and models");
  static final Setting CACHE_BYTES =
      Setting.optional("PALMARES_CACHE_BYTES", "2147483648", "of documents to keep there");
  static final Setting THREADS =
      Setting.optional("PALMARES_THREADS", "1", "that compute embeddings");
  static final Setting GRACE =
      Setting.optional("PALMARES_GRACE", "PT20S", "for jobs at hand when it is stopped");

  static final Setting PARENT =
      Setting.optional("PALMARES_PARENT", "", "number of a process to stop with");

  static final List<Setting> OF_API =
      List.of(
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD,
          DATABASE_OWNER,
          DATABASE_OWNER_PASSWORD,
          DATABASE_CONNECTIONS,
          BROKER_ADDRESS,
          BROKER_USER,
          BROKER_PASSWORD,
          BROKER_PROFILE,
          BLOBS,
          BIND,
          API_PORT,
          KEYCLOAK_ISSUER,
          KEYCLOAK_INTERNAL,
          KEYCLOAK_AUDIENCE,
          KEYCLOAK_GROUPS,
          KEYCLOAK_PLAIN_HTTP,
          MAX_UPLOAD,
          UPLOAD_ROOM,
          LONGEST_JOB,
          ORIGIN,
          VAULT_KEY_FILE,
          EGRESS_ALLOW,
          EGRESS_PORTS,
          EGRESS_PLAIN_HTTP,
          SMTP_HOST,
          SMTP_PORT,
          SMTP_TLS,
          SMTP_FROM,
          SMTP_USER,
          SMTP_PASSWORD);

  static final List<Setting> OF_WORKER =
      List.of(
          API,
          TOKEN,
          BROKER_ADDRESS,
          BROKER_USER,
          BROKER_PASSWORD,
          NAME,
          SLOTS,
          CAPABILITIES,
          COSTS,
          CACHE,
          CACHE_BYTES,
          THREADS,
          GRACE,
          PARENT);

  static final List<Setting> OF_WEB =
      List.of(
          API,
          BIND,
          WEB_PORT,
          API_TIMEOUT,
          TRUST_FORWARDED,
          ORIGIN,
          KEYCLOAK_ISSUER,
          KEYCLOAK_INTERNAL,
          KEYCLOAK_PLAIN_HTTP,
          KEYCLOAK_CLIENT,
          KEYCLOAK_CLIENT_SECRET);

  static final List<Setting> OF_SIGN_IN =
      List.of(
          ORIGIN,
          KEYCLOAK_ISSUER,
          KEYCLOAK_INTERNAL,
          KEYCLOAK_AUDIENCE,
          KEYCLOAK_GROUPS,
          KEYCLOAK_PLAIN_HTTP,
          KEYCLOAK_CLIENT,
          KEYCLOAK_CLIENT_SECRET);

  private Settings() {}

  /// As lines of help.
  static String[] help(List<Setting> settings) {
    return settings.stream()
        .map(setting ->
            "  %-31s %s%s"
                .formatted(
                    setting.name(),
                    setting.meaning(),
                    setting.otherwise() == null || setting.otherwise().isEmpty()
                        ? ""
                        : "; " + setting.otherwise()))
        .toArray(String[]::new);
  }
}

package palmares.launcher.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Who signs in to a cluster: its owner, who migrates the schema, and the api, whose login owns
/// nothing and may do only what the schema then allows it. Everybody is asked for a password.
final class ClusterLogins {

  private static final String OWNER = "postgres";
  private static final String RUNTIME = "palmares_runtime";
  private static final String ASK_EVERYONE =
      """
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final Path cluster;
  private final ClusterPassword owner;
  private final ClusterPassword runtime;

  private ClusterLogins(Path cluster, ClusterPassword owner, ClusterPassword runtime) {
    this.cluster = cluster;
    this.owner = owner;
    this.runtime = runtime;
  }

  static ClusterLogins of(Path cluster) throws IOException {
    var absolute = cluster.toAbsolutePath();
    return new ClusterLogins(
        absolute,
        ClusterPassword.of(absolute, ".password"),
        ClusterPassword.of(absolute, ".runtime.password"));
  }

  DatabaseLogin owner() {
    return new DatabaseLogin(OWNER, owner.value());
  }

  DatabaseLogin runtime() {
    return new DatabaseLogin(RUNTIME, runtime.value());
  }

  /// From which a new cluster learns the password of its owner.
  Path ownersFile() {
    return owner.file();
  }

  /// A new cluster learns both passwords, also those that lie there from a cluster that is gone.
  /// The login of the api counts as unknown until it is taught, even if the start is killed
  /// meanwhile.
  void prepare() throws IOException {
    if (!Files.exists(cluster.resolve("postgresql.conf"))) {
      owner.keep();
      runtime.forget();
    }
  }

  /// Teaches the cluster what it does not know: the password of its owner where it trusts everyone,
  /// as earlier versions made it, the login of the api where earlier ones had none, and whatever
  /// file was lost. The server does not run meanwhile, so that there is no moment in which it
  /// trusts.
  void teach(SingleUser postgres) throws IOException {
    var rules = cluster.resolve("pg_hba.conf");
    if (!owner.isKept() || Files.readString(rules).lines().anyMatch(ClusterLogins::trusts)) {
      postgres.run(cluster, "alter role %s password '%s'".formatted(OWNER, owner.value()));
      owner.keep();
      OwnedFile.write(rules, ASK_EVERYONE);
    }
    if (!runtime.isKept()) {
      postgres.run(
          cluster,
          ("do $$ begin if not exists (select from pg_roles where rolname = '%1$s')"
                  + " then create role %1$s; end if; end $$;"
                  + " alter role %1$s login noinherit password '%2$s'")
              .formatted(RUNTIME, runtime.value()));
      runtime.keep();
    }
  }

  private static boolean trusts(String rule) {
    return !rule.startsWith("#") && rule.strip().endsWith("trust");
  }
}

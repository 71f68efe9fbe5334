package palmares.api;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import palmares.contract.testing.RabbitServer;
import palmares.db.testing.TestDatabase;

/// An api on a free port with an empty database of its own, for all tests of a class:
/// `@RegisterExtension static final RunningApi API = new RunningApi();`
public final class RunningApi implements BeforeAllCallback, AfterAllCallback {

  private final TestDatabase postgres = new TestDatabase();
  private final Map<String, Object> settings;
  private final Map<String, Object> all = new HashMap<>();
  private final Map<String, Calls> signedIn = new ConcurrentHashMap<>();
  private final AtomicInteger workers = new AtomicInteger();
  private ApiRole role;
  private String firstSecret = "none was shown";

  public RunningApi() {
    this(Map.of());
  }

  /// On a broker that a test may stop or change, in place of the embedded one.
  public static RunningApi on(RabbitServer rabbit) {
    return new RunningApi(
        Map.of(
            "palmares.broker.address", rabbit.address().toString(),
            "palmares.broker.user", rabbit.publisher().user(),
            "palmares.broker.password", rabbit.publisher().password(),
            "palmares.broker.profile", "rabbitmq"));
  }

  public RunningApi(Map<String, Object> settings) {
    this.settings = settings;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    postgres.beforeAll(context);
    all.putAll(settings);
    all.put("palmares.api.port", 0);
    all.put("palmares.database.url", postgres.config().url());
    all.put("palmares.database.user", postgres.config().user());
    all.put("palmares.blobs.directory", postgres.emptyDirectory().toString());
    role = ApiRole.start(all, secret -> firstSecret = secret);
  }

  /// Another process of the same api, on the same database and blobs; to be closed by the test.
  public ApiRole replica() {
    return ApiRole.start(all, secret -> {});
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    role.close();
    postgres.afterAll(context);
  }

  public TestDatabase postgres() {
    return postgres;
  }

  /// The first column of what a query gives, as text, read as the owner of the schema.
  public List<String> column(String sql) {
    var owner = postgres.owner();
    try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var column = new ArrayList<String>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    } catch (SQLException e) {
      throw new IllegalStateException("failed: " + sql, e);
    }
  }

  /// What a second one would be started with.
  public Map<String, Object> settings() {
    return Map.copyOf(all);
  }

  public ApplicationContext context() {
    return role.context();
  }

  public String firstSecret() {
    return firstSecret;
  }

  public Calls anonymous() {
    return new Calls(role.address());
  }

  public Calls admin() {
    return signedIn.computeIfAbsent("admin", name -> firstSignIn(name, firstSecret));
  }

  public Calls member(String name) {
    return account(name, "member");
  }

  public Calls organiser(String name) {
    return account(name, "organiser");
  }

  private Calls account(String name, String role) {
    var known = signedIn.get(name);
    if (known != null) {
      return known;
    }
    var created =
        admin().post("accounts", "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role));
    var calls = firstSignIn(name, created.at("oneTimeSecret"));
    signedIn.put(name, calls);
    return calls;
  }

  public Calls worker(String pool) {
    return anonymous().as(role.workerToken("worker " + workers.incrementAndGet(), pool));
  }

  private Calls firstSignIn(String name, String secret) {
    var answer =
        anonymous()
            .post("sessions", "{\"account\":\"%s\",\"secret\":\"%s\"}".formatted(name, secret));
    if (answer.status() != 200) {
      throw new IllegalStateException("cannot sign in as " + name + ": " + answer);
    }
    return anonymous().as(answer.at("token"));
  }
}

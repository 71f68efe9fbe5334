package palmares.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultTransactionProvider;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// The pool of connections. Every statement runs in a transaction, as the role `palmares_api`,
/// which can neither change nor delete evidence and snapshots, and under a login that can become
/// nobody who may.
public final class Database implements AutoCloseable {

  /// As whom every transaction works.
  public static final String ROLE = "palmares_api";

  private static final int TRIES = 5;

  /// A serialization failure, or a deadlock that another transaction was let out of.
  private static final Set<String> AGAIN = Set.of("40001", "40P01");

  private final HikariDataSource pool;
  private final DSLContext readCommitted;
  private final DSLContext repeatableRead;
  private final ScopedValue<Tx> together = ScopedValue.newInstance();

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.readCommitted = context(new DataSourceConnectionProvider(pool));
    this.repeatableRead = context(repeatableRead(pool));
  }

  /// Opens the pool on a schema that is up to date.
  ///
  /// @throws IllegalArgumentException if the schema is not, or if the login could do more than the
  ///   api may
  public static Database open(DatabaseConfig config) {
    LeastPrivilege.demand(config);
    Schema.demandCurrent(config);
    return connect(config);
  }

  /// Opens the pool without asking what it finds.
  public static Database connect(DatabaseConfig config) {
    var hikari = new HikariConfig();
    hikari.setDataSource(source(config));
    hikari.setMaximumPoolSize(config.connections());
    hikari.setMinimumIdle(Math.min(2, config.connections()));
    hikari.setConnectionTimeout(config.patience().toMillis());
    hikari.setAutoCommit(false);
    // Once for a connection: said with every transaction it would be a round trip more for each.
    hikari.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    hikari.setPoolName("palmares");
    return new Database(new HikariDataSource(hikari));
  }

  /// Applies the migrations that are missing and lets the api's login work on the schema. Several
  /// processes may do this at once.
  ///
  /// @param owner signs in as the owner of the schema
  /// @param login that the api signs in with
  public static void migrate(DatabaseConfig owner, String login) {
    Schema.migrate(owner);
    LeastPrivilege.admit(owner, login);
  }

  /// Runs the work in one transaction, READ COMMITTED: committed when it returns, rolled back when
  /// it throws.
  public <T extends @Nullable Object> T transact(Function<Tx, T> work) {
    return transact(Isolation.READ_COMMITTED, work);
  }

  /// The same, again from the start when the database reports a serialization failure or a
  /// deadlock; so the work must have no effect outside the transaction.
  public <T extends @Nullable Object> T transact(Isolation isolation, Function<Tx, T> work) {
    if (isolation == Isolation.READ_COMMITTED && together.isBound()) {
      return work.apply(together.get());
    }
    var context = isolation == Isolation.READ_COMMITTED ? readCommitted : repeatableRead;
    for (int attempt = 1; ; attempt++) {
      try {
        return context.transactionResult(configuration -> work.apply(new Tx(configuration.dsl())));
      } catch (DataAccessException e) {
        if (!AGAIN.contains(e.sqlState()) || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /// Runs the work in one transaction with all that it has run by [#transact(Function)] on this
  /// thread: it is committed as a whole or not at all.
  public <T extends @Nullable Object> T together(Function<Tx, T> work) {
    return transact(tx -> ScopedValue.where(together, tx).call(() -> work.apply(tx)));
  }

  /// [#transact(Function)] for work that gives nothing back.
  public void run(Consumer<Tx> work) {
    transact(tx -> {
      work.accept(tx);
      return true;
    });
  }

  @Override
  public void close() {
    pool.close();
  }

  /// The pool sets a connection back to what it came with.
  private static ConnectionProvider repeatableRead(DataSource pool) {
    return new DataSourceConnectionProvider(pool) {
      @Override
      public Connection acquire() {
        var connection = super.acquire();
        try {
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        } catch (java.sql.SQLException e) {
          super.release(connection);
          throw new DataAccessException("cannot set the isolation of a transaction", e);
        }
        return connection;
      }
    };
  }

  private static DSLContext context(ConnectionProvider connections) {
    return DSL.using(
        new DefaultConfiguration()
            .set(SQLDialect.POSTGRES)
            .set(connections)
            .set(new DefaultTransactionProvider(connections, false))
            .set(new Settings().withRenderSchema(false).withExecuteLogging(false))
            .set(NulGuard::new));
  }

  /// Connections that work as `palmares_api`, also after `reset role`.
  static PGSimpleDataSource source(DatabaseConfig config) {
    var source = signedIn(config);
    // To compile a plan takes PostgreSQL a second where its statement takes a millisecond: what is
    // estimated to read much stops, by an index, at the first rows.
    source.setOptions("-c role=" + ROLE + " -c jit=off");
    return source;
  }

  /// Connections that work as whoever signs in.
  static PGSimpleDataSource signedIn(DatabaseConfig config) {
    var source = new PGSimpleDataSource();
    source.setUrl(config.url());
    source.setUser(config.user());
    source.setPassword(config.password());
    source.setApplicationName("palmares");
    source.setConnectTimeout((int) Math.max(1, config.patience().toSeconds()));
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    return source;
  }

  /// How much a transaction sees of others that commit meanwhile.
  public enum Isolation {
    /// Each statement sees what is committed before it: for changes, which name the state they
    /// expect.
    READ_COMMITTED,
    /// All statements see one moment: for reading evidence that belongs together.
    REPEATABLE_READ
  }
}

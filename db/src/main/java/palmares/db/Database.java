package palmares.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
/// which can neither change nor delete evidence and snapshots.
public final class Database implements AutoCloseable {

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

  /// Brings the schema up to date and opens the pool.
  public static Database open(DatabaseConfig config) {
    migrate(config);
    return connect(config);
  }

  /// Opens the pool on a schema that is up to date already.
  public static Database connect(DatabaseConfig config) {
    var hikari = new HikariConfig();
    var source = source(config);
    source.setOptions("-c role=palmares_api");
    hikari.setDataSource(source);
    hikari.setMaximumPoolSize(config.connections());
    hikari.setMinimumIdle(Math.min(2, config.connections()));
    hikari.setConnectionTimeout(config.patience().toMillis());
    hikari.setAutoCommit(false);
    // Once for a connection: said with every transaction it would be a round trip more for each.
    hikari.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    hikari.setPoolName("palmares");
    return new Database(new HikariDataSource(hikari));
  }

  /// Applies the migrations that are missing. Several processes may do this at once.
  public static void migrate(DatabaseConfig config) {
    Flyway.configure()
        .dataSource(source(config))
        .locations("classpath:palmares/db/migration")
        .loggers("slf4j")
        .load()
        .migrate();
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

  static PGSimpleDataSource source(DatabaseConfig config) {
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

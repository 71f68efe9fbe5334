package palmares.db;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What the login of the api may be. `set role` keeps nobody down who may lift it again, so what
/// counts is not as whom a session works but whom its login may become.
final class LeastPrivilege {

  /// The roles that the api works as. That of erasure is none of them: nothing in the api erases.
  private static final List<String> ROLES = List.of(Database.ROLE, "palmares_gold");

  private static final String FLAW =
      """
      select case
        when login.rolsuper then 'is a superuser'
        when login.rolcreaterole then 'may make roles'
        when exists (select from pg_class
            where relnamespace = 'public'::regnamespace and relowner = login.oid) then 'owns its tables'
        when other.names is not null then 'may become ' || other.names
        when needed.found < cardinality({0}) then 'is not in all of these roles'
      end
      from pg_roles login
      cross join lateral (select string_agg(rolname, ', ' order by rolname) as names from pg_roles
        where pg_has_role(session_user, oid, 'member')
          and rolname <> session_user and rolname <> all ({0})) other
      cross join lateral (select count(*) as found from pg_roles
        where pg_has_role(session_user, oid, 'member') and rolname = any ({0})) needed
      where login.rolname = session_user
      """;

  private LeastPrivilege() {}

  /// Puts the login into those of its roles that it is not in yet. The owner of the schema may not
  /// be allowed to: then somebody else has to.
  static void admit(DatabaseConfig owner, String login) {
    asked(
        owner,
        "let " + login + " work on the schema, who must be a member of " + String.join(", ", ROLES),
        sql -> {
          // Replicas that start side by side would trip over each other's grant.
          sql.fetch("select pg_advisory_xact_lock(hashtext('palmares login'))");
          for (var role : ROLES) {
            var member = "select pg_has_role({0}, {1}, 'member')";
            if (!sql.fetchSingle(member, inline(login), inline(role)).into(Boolean.class)) {
              sql.execute("grant {0} to {1}", name(role), name(login));
            }
          }
          return login;
        });
  }

  /// @throws IllegalArgumentException if the login is, or can become, more or less than the api is
  static void demand(DatabaseConfig config) {
    var flaw =
        asked(
            config,
            "sign in",
            sql -> sql.fetchSingle(FLAW, val(ROLES.toArray(String[]::new))).get(0, String.class));
    if (flaw != null) {
      throw new IllegalArgumentException(
          "the api must not sign in to its database as %s, which %s; it needs a login that is in %s and in nothing else"
              .formatted(config.user(), flaw, String.join(", ", ROLES)));
    }
  }

  private static <T extends @Nullable Object> T asked(
      DatabaseConfig config, String purpose, Function<DSLContext, T> question) {
    try (var connection = Database.signedIn(config).getConnection()) {
      return DSL.using(connection, SQLDialect.POSTGRES)
          .transactionResult(transaction -> question.apply(transaction.dsl()));
    } catch (SQLException e) {
      throw failure(config, purpose, e);
    } catch (DataAccessException e) {
      throw failure(config, purpose, e.getCause() instanceof SQLException cause ? cause : e);
    }
  }

  private static DataAccessException failure(
      DatabaseConfig config, String purpose, Exception cause) {
    var said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new DataAccessException(
        "%s at %s cannot %s: %s".formatted(config.user(), config.url(), purpose, said), cause);
  }
}

package palmares.api.identity;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.api.vault.SealedRows;
import palmares.api.vault.Vault;
import palmares.db.Database;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.identity.AccountStore;
import palmares.db.identity.AuditStore;
import palmares.db.identity.SecondFactorRow;
import palmares.db.identity.SecondFactorStore;
import palmares.db.identity.TokenStore;

/// The second factor of accounts of our own: codes of the moment from a device, and recovery codes
/// for when it is lost.
@Singleton
final class SecondFactors implements SealedRows {

  static final int RECOVERY_CODES = 10;
  static final int FREE_FAILURES = 5;

  private static final int RECOVERY_BYTES = 10;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final Database database;
  private final Vault vault;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SecondFactors(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /// @param confirmedAt absent if there is none, or none that counts yet
  record Standing(boolean begun, @Nullable Instant confirmedAt, int recoveryCodesLeft) {}

  sealed interface Result {

    /// The code was right, and is used up.
    record Right() implements Result {}

    record Wrong() implements Result {}

    record TooMany(Duration retryAfter) implements Result {}

    /// There is nothing that a code could be for.
    record None() implements Result {}

    /// There is one already.
    record Exists() implements Result {}

    /// The identity provider alone says how this person signs in.
    record Provided() implements Result {}

    /// @param key in Base32, as people type it
    record Begun(String key) implements Result {
      @Override
      public String toString() {
        return "Begun[]";
      }
    }

    record Codes(List<String> codes) implements Result {
      @Override
      public String toString() {
        return "Codes[]";
      }
    }
  }

  Standing standing(Caller.Person person) {
    return database.transact(tx -> {
      var row = SecondFactorStore.find(tx, person.account());
      return new Standing(
          row != null,
          row == null ? null : row.confirmedAt(),
          SecondFactorStore.recoveryCodesLeft(tx, person.account()));
    });
  }

  /// Makes a new key, which counts as soon as a code has shown that the device has it.
  Result begin(Caller.Person person) {
    var key = new byte[Totp.KEY_BYTES];
    random.nextBytes(key);
    var account = person.account();
    return database.transact(tx -> {
      var known = AccountStore.find(tx, person.name());
      if (known == null || known.provided()) {
        return new Result.Provided();
      }
      return SecondFactorStore.begin(tx, account, vault.seal(key, owner(account)))
          ? new Result.Begun(Base32.encode(key))
          : new Result.Exists();
    });
  }

  /// Lets the factor count from now on, and ends sessions that were opened without it.
  Result confirm(Caller.Person person, UUID session, String code) {
    return database.transact(tx -> {
      var row = SecondFactorStore.lock(tx, person.account());
      if (row == null) {
        return new Result.None();
      }
      if (row.confirmedAt() != null) {
        return new Result.Exists();
      }
      return after(
          tryCode(tx, row, code),
          () -> {
            SecondFactorStore.confirm(tx, person.account());
            TokenStore.revokeSessions(tx, person.account(), session);
            AuditStore.add(tx, person.account(), "second-factor-set", person.name(), Map.of());
            return newCodes(tx, person.account());
          });
    });
  }

  Result remove(Caller.Person person, String code) {
    return withCode(
        person,
        code,
        tx -> {
          SecondFactorStore.remove(tx, person.account());
          AuditStore.add(tx, person.account(), "second-factor-removed", person.name(), Map.of());
          return new Result.Right();
        });
  }

  Result renewCodes(Caller.Person person, String code) {
    return withCode(
        person,
        code,
        tx -> {
          AuditStore.add(tx, person.account(), "recovery-codes-made", person.name(), Map.of());
          return newCodes(tx, person.account());
        });
  }

  /// Takes the factor from an account whose owner has lost it.
  ///
  /// @return whether there was one
  boolean reset(Caller.Person by, String name) {
    return database.transact(tx -> {
      var account = AccountStore.listed(tx, name);
      if (account == null || !SecondFactorStore.remove(tx, account.id())) {
        return false;
      }
      AuditStore.add(tx, by.account(), "second-factor-reset", name, Map.of());
      return true;
    });
  }

  /// Whether signing in needs a code.
  boolean isOn(Tx tx, UUID account) {
    var row = SecondFactorStore.find(tx, account);
    return row != null && row.confirmedAt() != null;
  }

  /// Tries a code for signing in.
  Result check(Tx tx, UUID account, String code) {
    var row = SecondFactorStore.lock(tx, account);
    return row == null || row.confirmedAt() == null ? new Result.None() : tryAnyCode(tx, row, code);
  }

  @Override
  public String what() {
    return "second factors";
  }

  @Override
  public int reseal(int limit) {
    return database.transact(tx -> {
      var outdated = SecondFactorStore.outdated(tx, vault.prefix(), limit);
      for (var row : outdated) {
        var owner = owner(row.account());
        var key = vault.open(row.sealed(), owner);
        SecondFactorStore.reseal(tx, row.account(), vault.seal(key, owner));
      }
      return outdated.size();
    });
  }

  private Result withCode(Caller.Person person, String code, Function<Tx, Result> work) {
    return database.transact(tx -> after(check(tx, person.account(), code), () -> work.apply(tx)));
  }

  private static Result after(Result tried, java.util.function.Supplier<Result> work) {
    return tried instanceof Result.Right ? work.get() : tried;
  }

  private Result tryAnyCode(Tx tx, SecondFactorRow row, String code) {
    var plain = plain(code);
    if (plain.length() == Totp.DIGITS) {
      return tryCode(tx, row, plain);
    }
    var pause = pauseLeft(row);
    if (pause != null) {
      return new Result.TooMany(pause);
    }
    if (!SecondFactorStore.useRecoveryCode(tx, row.account(), Sha256.of(plain))) {
      return wrong(tx, row);
    }
    AuditStore.add(tx, row.account(), "recovery-code-used", row.account().toString(), Map.of());
    return new Result.Right();
  }

  private Result tryCode(Tx tx, SecondFactorRow row, String code) {
    var pause = pauseLeft(row);
    if (pause != null) {
      return new Result.TooMany(pause);
    }
    var key = vault.open(row.sealed(), owner(row.account()));
    long now = Totp.step(clock.instant());
    // One step early or late: clocks differ, and people type.
    for (long step = now - 1; step <= now + 1; step++) {
      if (isSame(Totp.code(key, step), plain(code))
          && SecondFactorStore.useStep(tx, row.account(), step)) {
        return new Result.Right();
      }
    }
    return wrong(tx, row);
  }

  private @Nullable Duration pauseLeft(SecondFactorRow row) {
    var next = row.nextTryAt();
    var now = clock.instant();
    return next != null && next.isAfter(now) ? Duration.between(now, next) : null;
  }

  private Result wrong(Tx tx, SecondFactorRow row) {
    SecondFactorStore.failed(tx, row.account(), nextTry(row.failures() + 1));
    return new Result.Wrong();
  }

  /// Each failure beyond the free ones doubles the pause before the next try.
  private @Nullable Instant nextTry(int failures) {
    int over = failures - FREE_FAILURES;
    if (over < 0) {
      return null;
    }
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(over, 7));
    return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private Result newCodes(Tx tx, UUID account) {
    var codes = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
    SecondFactorStore.setRecoveryCodes(
        tx, account, codes.stream().map(code -> Sha256.of(plain(code))).toList());
    return new Result.Codes(codes);
  }

  private String recoveryCode() {
    var raw = new byte[RECOVERY_BYTES];
    random.nextBytes(raw);
    return String.join("-", Base32.encode(raw).toLowerCase(Locale.ROOT).split("(?<=\\G.{4})"));
  }

  /// What is meant by what people type: without the spaces and dashes that make it readable.
  private static String plain(String code) {
    return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isSame(String right, String given) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String owner(UUID account) {
    return "second-factor " + account;
  }
}

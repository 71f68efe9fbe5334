package palmares.api.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may call an operation. Every operation has one: without it, nobody may.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {

  To value();

  /// The callers an operation is open to.
  enum To {
    /// Also without a token; one that is sent must still be valid.
    EVERYONE,
    /// Any person with a token, whatever its scopes.
    SIGNED_IN,
    READ,
    SUBMIT,
    ORGANISE,
    ADMIN,
    /// Workers, and nobody else.
    WORKERS
  }
}

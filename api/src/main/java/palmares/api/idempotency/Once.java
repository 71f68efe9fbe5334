package palmares.api.idempotency;

import io.micronaut.aop.Around;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Has an operation happen once under an `Idempotency-Key`: who repeats the request is given the
/// first answer. All that it changes and the key are committed together or not at all, so it must
/// change nothing but the database, and wait for nothing outside.
@Documented
@Around
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Once {}

package palmares.api.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The most bytes that the body of an operation may have. Its length has to be said beforehand, so
/// that [BodyLimit] can refuse it before a byte of it is read.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MaxBody {

  long value();
}

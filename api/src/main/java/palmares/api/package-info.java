/// The control plane: REST, use cases, ledger, dispatcher and leaderboard builder.
///
/// Several roles can share one class path, each in its own application context; the beans of this
/// one exist only in a context of the role `api`.
@Configuration
@Requires(property = "palmares.role", value = "api")
@NullMarked
package palmares.api;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;

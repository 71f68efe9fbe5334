/// Refusals: one exception for what a client did wrong, and problem+json for everything that goes
/// out as an error.
@NullMarked
package palmares.api.problem;

import org.jspecify.annotations.NullMarked;

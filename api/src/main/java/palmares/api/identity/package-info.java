/// Who calls and what the caller may do: accounts, sign-in, tokens, and the filter in front of
/// every operation.
@NullMarked
package palmares.api.identity;

import org.jspecify.annotations.NullMarked;

/// The pages on which people sign in, and keep their account and teams in order.
@NullMarked
package palmares.web.identity;

import org.jspecify.annotations.NullMarked;

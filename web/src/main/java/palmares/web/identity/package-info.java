/// The page on which people sign in.
@NullMarked
package palmares.web.identity;

import org.jspecify.annotations.NullMarked;

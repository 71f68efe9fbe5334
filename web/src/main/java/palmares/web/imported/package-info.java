/// The page that says what was imported from elsewhere: what of it was taken, what not, and why.
@NullMarked
package palmares.web.imported;

import org.jspecify.annotations.NullMarked;

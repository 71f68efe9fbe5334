/// Evidence that others measured, taken from their files: checked, stored whole or not at all, and
/// ranked apart from what is measured here.
@NullMarked
package palmares.api.imported;

import org.jspecify.annotations.NullMarked;

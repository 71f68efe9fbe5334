/// Systems, and what of theirs workers can run.
@NullMarked
package palmares.api.system;

import org.jspecify.annotations.NullMarked;

/// The page on which operators see workers, waiting and failed work, and what the doctor finds.
@NullMarked
package palmares.web.operation;

import org.jspecify.annotations.NullMarked;

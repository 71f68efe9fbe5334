/// What operators see: health, workers and the doctor.
@NullMarked
package palmares.api.operation;

import org.jspecify.annotations.NullMarked;

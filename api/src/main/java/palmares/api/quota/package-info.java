/// What teams have used of the submissions that benchmarks allow them.
@NullMarked
package palmares.api.quota;

import org.jspecify.annotations.NullMarked;

/// How far evaluators agree about the same responses.
@NullMarked
package palmares.scoring.agreement;

import org.jspecify.annotations.NullMarked;

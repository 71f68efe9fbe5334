/// How large the bodies of requests may be.
@NullMarked
package palmares.api.body;

import org.jspecify.annotations.NullMarked;

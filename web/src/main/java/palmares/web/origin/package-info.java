/// The one public origin: what is forwarded to the API, and the headers every answer carries.
@NullMarked
package palmares.web.origin;

import org.jspecify.annotations.NullMarked;

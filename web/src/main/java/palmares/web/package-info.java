/// The web role: the pages, and the one public origin through which the API is reached too.
@NullMarked
package palmares.web;

import org.jspecify.annotations.NullMarked;

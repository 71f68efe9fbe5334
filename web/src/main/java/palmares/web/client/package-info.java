/// The client of the REST API: a question gives what was asked for, or why not.
@NullMarked
package palmares.web.client;

import org.jspecify.annotations.NullMarked;

/// What others need to call the api: its description, a page to browse it, and a client to
/// download.
@NullMarked
package palmares.api.docs;

import org.jspecify.annotations.NullMarked;

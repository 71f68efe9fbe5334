/// Cursors and limits of lists.
@NullMarked
package palmares.api.page;

import org.jspecify.annotations.NullMarked;

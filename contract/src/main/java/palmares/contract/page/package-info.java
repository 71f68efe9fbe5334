/// Cursor paging, the same for every list.
@NullMarked
package palmares.contract.page;

import org.jspecify.annotations.NullMarked;

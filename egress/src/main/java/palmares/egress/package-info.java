/// Requests to addresses that others have chosen: where they may go, how long they may take and how
/// much may come back.
@NullMarked
package palmares.egress;

import org.jspecify.annotations.NullMarked;

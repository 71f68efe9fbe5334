/// The ledger at work: plans runs, hands jobs out, takes results in, and lets nothing lie still.
@NullMarked
package palmares.api.job;

import org.jspecify.annotations.NullMarked;

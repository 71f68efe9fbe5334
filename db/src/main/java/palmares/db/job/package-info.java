/// The ledger of work: runs, their jobs with attempts, and the workers that take them.
@NullMarked
package palmares.db.job;

import org.jspecify.annotations.NullMarked;

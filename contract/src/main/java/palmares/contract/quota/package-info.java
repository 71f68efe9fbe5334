/// How many submissions a team may make a day, and its ledger of them.
@NullMarked
package palmares.contract.quota;

import org.jspecify.annotations.NullMarked;

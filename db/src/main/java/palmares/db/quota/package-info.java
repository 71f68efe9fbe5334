/// Quotas as ledgers: what is used is reserved first, then committed or given back.
@NullMarked
package palmares.db.quota;

import org.jspecify.annotations.NullMarked;

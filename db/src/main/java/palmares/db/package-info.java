/// The database as the rest of the code sees it: transactions, digests, identifiers, JSON. Stores
/// live in one package for each feature, take a [Tx] and return records.
@NullMarked
package palmares.db;

import org.jspecify.annotations.NullMarked;

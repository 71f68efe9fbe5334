/// Benchmarks, their published versions, examples, and gold apart from them.
@NullMarked
package palmares.db.benchmark;

import org.jspecify.annotations.NullMarked;

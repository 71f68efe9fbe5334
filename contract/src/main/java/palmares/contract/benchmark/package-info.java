/// Benchmarks over REST: publishing, reading, inputs without gold.
@NullMarked
package palmares.contract.benchmark;

import org.jspecify.annotations.NullMarked;

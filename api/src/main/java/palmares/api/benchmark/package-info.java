/// Benchmarks: reading and checking the folder that one is written as, publishing, and serving
/// inputs without gold. Checking needs no server.
@NullMarked
package palmares.api.benchmark;

import org.jspecify.annotations.NullMarked;

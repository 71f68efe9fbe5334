/// The pages of benchmarks: what one is, its examples, its rules and how to take part; and for
/// organisers how one is written, published, mended and closed.
@NullMarked
package palmares.web.benchmark;

import org.jspecify.annotations.NullMarked;

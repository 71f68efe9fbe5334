/// The page on which a benchmark is read: what it is, its examples, its rules, and how to take
/// part.
@NullMarked
package palmares.web.benchmark;

import org.jspecify.annotations.NullMarked;

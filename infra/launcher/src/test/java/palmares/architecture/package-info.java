/// The house rules that Maven's module graph cannot express, and the proof that each of them can
/// fail.
@NullMarked
package palmares.architecture;

import org.jspecify.annotations.NullMarked;

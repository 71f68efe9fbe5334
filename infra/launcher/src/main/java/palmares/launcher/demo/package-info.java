/// The demo: real systems run on workers, three boards, and what they catch.
@NullMarked
package palmares.launcher.demo;

import org.jspecify.annotations.NullMarked;

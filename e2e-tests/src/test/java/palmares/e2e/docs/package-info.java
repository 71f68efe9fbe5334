/// The documentation as a reader follows it: every snippet is run.
@NullMarked
package palmares.e2e.docs;

import org.jspecify.annotations.NullMarked;

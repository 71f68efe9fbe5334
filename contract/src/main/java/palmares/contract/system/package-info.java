/// Systems over REST: what was submitted under which name, and what workers can run.
@NullMarked
package palmares.contract.system;

import org.jspecify.annotations.NullMarked;

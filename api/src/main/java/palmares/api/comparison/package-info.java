/// Two submissions side by side: the difference as a number, and example by example.
@NullMarked
package palmares.api.comparison;

import org.jspecify.annotations.NullMarked;

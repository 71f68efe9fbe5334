/// Two submissions side by side over REST.
@NullMarked
package palmares.contract.comparison;

import org.jspecify.annotations.NullMarked;

/// Planted: classes that break a house rule, so that a test can see it fail.
@NullMarked
package palmares.planted.contract.chicken;

import org.jspecify.annotations.NullMarked;

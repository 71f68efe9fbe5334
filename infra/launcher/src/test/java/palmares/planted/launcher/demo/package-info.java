/// Planted: classes that break a house rule, so that a test can see it fail.
@NullMarked
package palmares.planted.launcher.demo;

import org.jspecify.annotations.NullMarked;

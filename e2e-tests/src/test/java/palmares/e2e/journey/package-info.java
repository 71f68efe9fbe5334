/// What people do with the platform, done in a browser on the platform as it is deployed.
@NullMarked
package palmares.e2e.journey;

import org.jspecify.annotations.NullMarked;

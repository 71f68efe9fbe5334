/// The command that runs Keycloak beside the platform and sets a realm up for it.
@NullMarked
package palmares.launcher.keycloak;

import org.jspecify.annotations.NullMarked;

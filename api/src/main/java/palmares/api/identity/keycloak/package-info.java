/// Keycloak as the identity provider: which of its access tokens are valid, and what they allow.
@NullMarked
package palmares.api.identity.keycloak;

import org.jspecify.annotations.NullMarked;

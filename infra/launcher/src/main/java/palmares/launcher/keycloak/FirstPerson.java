package palmares.launcher.keycloak;

import java.util.List;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import palmares.launcher.embedded.Secrets;
import palmares.launcher.terminal.CommandFailure;

/// The first person of a new realm, who can let in all others: an administrator of Palmares and of
/// the realm, with a password that is good for one sign-in.
final class FirstPerson {

  private FirstPerson() {}

  /// @return the password, which is kept nowhere
  static String create(RealmResource realm, String name) {
    var password = Secrets.random();
    var person = new UserRepresentation();
    person.setUsername(name);
    person.setEnabled(true);
    var credential = new CredentialRepresentation();
    credential.setType(CredentialRepresentation.PASSWORD);
    credential.setValue(password);
    credential.setTemporary(true);
    person.setCredentials(List.of(credential));
    try (var answer = realm.users().create(person)) {
      if (answer.getStatus() != 201) {
        throw CommandFailure.refused(
            "Keycloak answered %d when it was asked to make %s"
                .formatted(answer.getStatus(), name));
      }
    }
    var user = realm.users().get(realm.users().searchByUsername(name, true).getFirst().getId());
    user.roles()
        .realmLevel()
        .add(List.of(realm.roles().get(RealmSetup.REALM_ROLE_PREFIX + "admin").toRepresentation()));
    var management = realm.clients().findByClientId("realm-management").getFirst().getId();
    user.roles()
        .clientLevel(management)
        .add(
            List.of(realm.clients().get(management).roles().get("realm-admin").toRepresentation()));
    return password;
  }
}

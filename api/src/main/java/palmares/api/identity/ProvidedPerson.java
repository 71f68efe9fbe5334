package palmares.api.identity;

import java.util.List;

/// A person as a valid token of an identity provider tells of them.
///
/// @param subject who it is at the issuer, for ever
/// @param name what they are called there now; may be anything
/// @param groups paths such as `/research/nlp`
public record ProvidedPerson(
    String issuer, String subject, String name, Role role, List<String> groups) {

  public ProvidedPerson {
    groups = List.copyOf(groups);
  }
}

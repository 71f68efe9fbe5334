package palmares.web.client;

/// A sign-in with a password of the API's own: its token lasts as long as it does.
public record ApiSession(ApiClient api, String token) implements Bearer {

  @Override
  public void end() {
    api.as(this).signOut();
  }

  @Override
  public String toString() {
    return "ApiSession[]";
  }
}

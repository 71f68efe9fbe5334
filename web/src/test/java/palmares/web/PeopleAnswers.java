package palmares.web;

import java.util.Map;
import palmares.web.StubApi.Reply;

/// What the API answers about the person who is signed in, and their teams.
final class PeopleAnswers {

  private PeopleAnswers() {}

  static void on(StubApi api) {
    api.on(
        "GET /me",
        """
        {"account":"admin","role":"admin","teams":["admin","crew"],
         "scopes":["admin","organise","read","submit"]}
        """);
    api.on("GET /tokens", tokens());
    api.on("POST /tokens", new Reply(201, "", Map.of(), madeToken()));
    api.on("DELETE /tokens/t-1", done());
    api.on("DELETE /sessions", done());
    api.on("PUT /me/secret", done());
    api.on("GET /me/second-factor", "{\"state\":\"off\",\"recoveryCodesLeft\":0}");
    api.on("GET /me/mail", "{\"available\":false,\"confirmed\":false,\"events\":[]}");
    api.on("GET /teams/crew/webhooks", "[]");
    api.on("GET /teams/crew/deliveries", "{\"items\":[]}");
    api.on("GET /teams", teams());
    api.on("GET /teams/crew", crew());
    api.on("GET /teams/crew/invitations", "[]");
    api.on("GET /teams/crew/budgets", budgets(12_500_000));
    api.on("GET /teams/crew/budgets/entries", entries());
    api.on("POST /invitations/offer", offer());
    api.on("POST /invitations/acceptance", crew());
    api.on("POST /teams/crew/invitations", new Reply(201, "", Map.of(), invitation(true)));
    api.on("DELETE /teams/crew/invitations/i-1", done());
  }

  private static Reply done() {
    return new Reply(204, "", Map.of(), "");
  }

  private static String tokens() {
    return """
    [{"id":"t-1","kind":"personal","current":false,"name":"ci-nightly",
      "scopes":["read","submit"],"createdAt":"2026-11-01T08:00:00Z",
      "expiresAt":"2027-02-01T08:00:00Z","lastUsedAt":"2026-11-21T10:05:00Z"},
     {"id":"t-2","kind":"session","current":true,"name":"sign-in","scopes":["read"],
      "createdAt":"2026-11-21T09:00:00Z","expiresAt":"2026-11-22T09:00:00Z"},
     {"id":"t-3","kind":"session","current":false,"name":"sign-in","scopes":["read"],
      "createdAt":"2026-11-20T09:00:00Z","expiresAt":"2026-11-21T09:00:00Z",
      "lastUsedAt":"2026-11-20T11:00:00Z"}]
    """;
  }

  private static String madeToken() {
    return """
    {"id":"t-9","kind":"personal","current":false,"name":"my-laptop","scopes":["read"],
     "createdAt":"2026-11-21T10:00:00Z","token":"plm_secret-of-my-laptop"}
    """;
  }

  private static String teams() {
    return """
    [{"name":"admin","role":"owner","personal":true,"provided":false,"members":1},
     {"name":"crew","role":"owner","personal":false,"provided":false,"members":3}]
    """;
  }

  private static String crew() {
    return """
    {"name":"crew","role":"owner","personal":false,"provided":false,
     "createdAt":"2026-10-01T08:00:00Z","members":[
      {"account":"admin","role":"owner","since":"2026-10-01T08:00:00Z"},
      {"account":"ada","role":"owner","since":"2026-10-02T08:00:00Z"},
      {"account":"<b>bob</b>","role":"member","since":"2026-11-02T08:00:00Z"}]}
    """;
  }

  static String invitation(boolean withSecret) {
    return """
    {"id":"i-1","role":"member","invitedBy":"admin","createdAt":"2026-11-21T10:00:00Z",
     "expiresAt":"2026-11-24T10:00:00Z"%s}
    """
        .formatted(withSecret ? ",\"secret\":\"one-time-invitation\"" : "");
  }

  /// @param left millionths
  static String budgets(long left) {
    return """
    [{"unit":"money","amount":25500000,"used":13000000,"left":%d},
     {"unit":"tokens","benchmark":"short-reading","version":"1","amount":1000000,"used":1000000,
      "left":0}]
    """
        .formatted(left);
  }

  private static String entries() {
    return """
    {"items":[{"at":"2026-11-21T10:00:00Z","kind":"refund","unit":"money","amount":1250000,
      "offer":"judge@1","examples":5,"run":"r","job":"j","attempt":1,"reason":"the worker was lost"},
     {"at":"2026-11-21T09:50:00Z","kind":"reserve","unit":"money","amount":1250000,
      "offer":"judge@1","examples":5,"run":"r","job":"j","attempt":1}]}
    """;
  }

  private static String offer() {
    return """
    {"team":"crew","role":"member","invitedBy":"ada","expiresAt":"2026-11-24T10:00:00Z"}
    """;
  }
}

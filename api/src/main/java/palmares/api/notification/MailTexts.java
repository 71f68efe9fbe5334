package palmares.api.notification;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Map;
import palmares.api.problem.Problems;

/// The words of mails. Whatever people chose goes in short, without control and direction
/// characters, and never into a link.
@Singleton
final class MailTexts {

  private final String origin;

  /// @param origin the public address of the pages; without it, mails carry no links
  MailTexts(@Value("${palmares.origin:}") String origin) {
    this.origin = origin.replaceAll("/+$", "");
  }

  MailText code(String account, String code) {
    return new MailText(
        "Your code for Palmares: " + code,
        """
        The account %s of Palmares wants to get mail at this address. If that is you, give this
        code on its account page within an hour:

            %s

        If it is not, do nothing: without the code, nothing else is sent here.
        """
            .formatted(Problems.shown(account), code));
  }

  MailText run(NoticeKind kind, Map<String, String> said) {
    var what =
        said(said, "system") + " on " + said(said, "benchmark") + " " + said(said, "version");
    var how =
        switch (said(said, "state")) {
          case "complete" -> "is complete";
          case "cancelled" -> "was cancelled";
          case "stopped" -> "was stopped: its budget is spent";
          default -> "ended in part: " + said(said, "failedJobs") + " jobs failed";
        };
    var start = kind == NoticeKind.RUN_FAILED ? "Look here: " : "";
    return new MailText(
        start + what + " " + how,
        "The run of %s %s.\n%s%s"
            .formatted(what, how, link("submissions/" + said(said, "submission")), foot()));
  }

  MailText board(Map<String, String> said) {
    var what =
        said(said, "title") + " (" + said(said, "benchmark") + " " + said(said, "version") + ")";
    return new MailText(
        "The leaderboard " + what + " has changed",
        "The leaderboard %s has changed.\n%s%s"
            .formatted(what, link("leaderboards/" + said(said, "leaderboard")), foot()));
  }

  private String link(String path) {
    return origin.isEmpty() ? "" : "\n" + origin + "/" + path + "\n";
  }

  private String foot() {
    return "\n-- \nYou get this because your account asked for it. Change that on its page"
        + (origin.isEmpty() ? ".\n" : ":\n" + origin + "/account\n");
  }

  private static String said(Map<String, String> said, String name) {
    // A reader would decode what looks like an encoded word, and show what it hides.
    return Problems.shown(said.getOrDefault(name, "")).replace("=?", "= ?");
  }
}

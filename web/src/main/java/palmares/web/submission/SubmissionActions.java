package palmares.web.submission;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.SubmissionStatus;
import palmares.web.page.SureButton;

/// What the team of a submission can do with it as it stands.
final class SubmissionActions extends Div {

  private final Consumer<String> act;
  private @Nullable Possible shown;

  /// @param act gets `cancel`, `retry` or `withdraw`
  SubmissionActions(Consumer<String> act) {
    this.act = act;
    addClassName("buttons");
  }

  private record Possible(boolean cancel, boolean retry, boolean withdraw) {}

  void show(SubmissionStatus status, boolean isOwn) {
    var withdrawn = status.withdrawnAt() != null;
    var failed = status.jobs().getOrDefault("failed", 0) > 0;
    var possible =
        new Possible(
            isOwn && status.state().equals("active"),
            isOwn && StateWords.ended(status) && failed && !withdrawn,
            isOwn && !withdrawn);
    if (possible.equals(shown)) {
      return;
    }
    shown = possible;
    removeAll();
    if (possible.retry()) {
      var retry = new NativeButton("Retry failed jobs", clicked -> act.accept("retry"));
      retry.addClassName("button");
      add(retry);
    }
    if (possible.cancel()) {
      add(
          new SureButton(
              "Cancel",
              "What is evaluated so far stays and is never ranked.",
              "Yes, cancel it",
              () -> act.accept("cancel")));
    }
    if (possible.withdraw()) {
      add(
          new SureButton(
              "Withdraw",
              "It leaves every leaderboard for good; older snapshots keep its row.",
              "Yes, withdraw it",
              () -> act.accept("withdraw")));
    }
  }
}

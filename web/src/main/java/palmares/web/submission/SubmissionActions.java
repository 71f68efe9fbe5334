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

  /// @param act gets `cancel`, `retry`, `choose`, `withdraw` or `publish`
  SubmissionActions(Consumer<String> act) {
    this.act = act;
    addClassName("buttons");
  }

  private record Possible(
      boolean cancel, boolean retry, boolean withdraw, boolean publish, boolean choose) {}

  /// @param chooses whether the benchmark lets owners choose which of a system's submissions stands
  void show(SubmissionStatus status, boolean isOwn, boolean chooses) {
    var withdrawn = status.withdrawnAt() != null;
    var failed = status.jobs().getOrDefault("failed", 0) > 0;
    var possible =
        new Possible(
            isOwn && status.state().equals("active"),
            isOwn && StateWords.ended(status) && failed && !withdrawn,
            isOwn && !withdrawn,
            isOwn && status.card().anonymousName() != null,
            isOwn && chooses && !withdrawn && status.chosenAt() == null);
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
    if (possible.choose()) {
      var choose = new NativeButton("Let this one stand", clicked -> act.accept("choose"));
      choose.addClassName("button");
      choose.setTitle("On the leaderboards, in place of the other submissions of its system");
      add(choose);
    }
    if (possible.publish()) {
      add(
          new SureButton(
                  "Publish the system",
                  "Everyone sees its name, its card and whose it is from then on, in older snapshots"
                      + " too. A name that was read cannot be taken back.",
                  "Yes, publish it",
                  () -> act.accept("publish"))
              .wayBack("Stay anonymous"));
    }
    if (possible.cancel()) {
      add(
          new SureButton(
                  "Cancel",
                  "What is evaluated so far stays and is never ranked.",
                  "Yes, cancel it",
                  () -> act.accept("cancel"))
              .wayBack("Let it go on"));
    }
    if (possible.withdraw()) {
      add(
          new SureButton(
                  "Withdraw",
                  "It leaves every leaderboard for good; older snapshots keep its row.",
                  "Yes, withdraw it",
                  () -> act.accept("withdraw"))
              .wayBack("Keep it"));
    }
  }
}

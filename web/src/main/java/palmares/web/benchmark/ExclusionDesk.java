package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.benchmark.ExclusionCheck;
import palmares.contract.benchmark.NewExclusion;
import palmares.contract.page.Page;
import palmares.web.benchmark.ExclusionLists.Newest;
import palmares.web.benchmark.SubjectField.Finder;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ExclusionCalls;
import palmares.web.page.Busy;
import palmares.web.page.Later;
import palmares.web.page.Notice;
import palmares.web.page.SureButton;
import palmares.web.page.Told;

/// What is left out of a version, and for whoever may change it the ways to leave out more and to
/// let it count again.
final class ExclusionDesk extends Div {

  private final ExclusionCalls calls;
  private final Consumer<Page<Exclusion>> standing;
  private final Told told = new Told();
  private final Div list = new Div(new Busy("Looking …"));
  private final Div content = new Div(list);
  private final @Nullable ExclusionForm form;

  /// @param finder finds what can be left out; absent for those who may leave nothing out
  /// @param standing gets what is left out now, whenever that was asked for
  ExclusionDesk(ExclusionCalls calls, @Nullable Finder finder, Consumer<Page<Exclusion>> standing) {
    this.calls = calls;
    this.standing = standing;
    form = finder == null ? null : new ExclusionForm(finder, this::check, this::exclude);
    if (form != null) {
      content.add(form);
    }
    content.addClassName("stack");
    add(told, content);
    Later.once(this, () -> Newest.of(calls), this::show);
  }

  private void show(Answer<Newest> answer) {
    list.removeAll();
    switch (answer) {
      case Given(var newest) -> {
        standing.accept(newest.standing());
        list.add(new ExclusionLists(calls, newest, form == null ? null : this::liftButton));
      }
      case Denied(var why) -> list.add(Notice.of(why));
    }
  }

  private record Done<T>(Answer<T> answer, Answer<Newest> newest) {}

  /// Does something while other pages go on; nothing here can be pressed until its end is told.
  private <T> void doing(Told at, String words, Supplier<Answer<T>> deed, Consumer<Answer<T>> end) {
    told.removeAll();
    at.removeAll();
    at.add(new Busy(words));
    content.setEnabled(false);
    getUI()
        .ifPresent(ui ->
            Later.ask(
                ui,
                () -> new Done<>(deed.get(), Newest.of(calls)),
                done -> {
                  content.setEnabled(true);
                  at.removeAll();
                  show(done.newest());
                  end.accept(done.answer());
                }));
  }

  private void check(NewExclusion wanted, ExclusionForm asked) {
    doing(
        asked.told(),
        "Looking …",
        () -> calls.check(wanted),
        answer ->
            asked
                .told()
                .add(
                    switch (answer) {
                      case Given(var would) -> Notice.done("What would happen", words(would));
                      case Denied(var why) -> Notice.of(why);
                    }));
  }

  private static String words(ExclusionCheck would) {
    var submissions =
        would.submissions() == 1
            ? "1 submission with an ended run"
            : would.submissions() + " submissions with an ended run";
    return "It concerns %s, on: %s. Nothing is left out yet."
        .formatted(submissions, String.join(", ", would.leaderboards()));
  }

  private void exclude(NewExclusion wanted, ExclusionForm asked) {
    doing(
        asked.told(),
        "Leaving it out …",
        () -> calls.exclude(wanted),
        answer -> {
          switch (answer) {
            case Given(var made) -> {
              asked.clear();
              var back = lifting("Take it back…", "It was left out by mistake.", made);
              say("It is left out", back);
              back.focus();
            }
            case Denied(var why) -> asked.told().add(Notice.of(why));
          }
        });
  }

  private Component liftButton(Exclusion exclusion) {
    return lifting("Let it count…", "", exclusion);
  }

  private SureButton lifting(String label, String reason, Exclusion exclusion) {
    var why = new TextField("Why it counts again, for everyone to read");
    why.setMaxLength(ExclusionForm.LONGEST_REASON);
    why.setValue(reason);
    return new SureButton(
            label,
            "Every leaderboard of the version is built anew with it.",
            "Let it count again",
            () -> lift(exclusion, why.getValue().strip()))
        .with(why);
  }

  private void lift(Exclusion exclusion, String reason) {
    if (reason.isEmpty()) {
      told.removeAll();
      told.add(Notice.empty("Something is missing", "Say why it counts again."));
      return;
    }
    doing(
        told,
        "Letting it count …",
        () -> calls.lift(exclusion.id(), reason),
        answer -> {
          switch (answer) {
            case Given(var lifted) -> sayLifted(lifted);
            case Denied(var why) -> told.add(Notice.of(why));
          }
        });
  }

  private void sayLifted(Exclusion lifted) {
    var again = new NativeButton("Leave it out again…");
    again.addClassName("button");
    again.addClickListener(clicked -> {
      told.removeAll();
      if (form != null) {
        form.fill(lifted);
      }
    });
    say("It counts again", again);
    again.focus();
  }

  /// What was done, with the way back where the keyboard is.
  private void say(String title, Component wayBack) {
    var notice = Notice.done(title, "The leaderboards are built anew.");
    notice.add(wayBack);
    told.add(notice);
  }
}

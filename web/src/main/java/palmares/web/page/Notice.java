package palmares.web.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import palmares.contract.problem.Problem;
import palmares.contract.problem.Problem.Flaw;
import palmares.web.client.Denial;

/// Tells a person in words why something is not there, and what to do.
public final class Notice extends Div {

  private Notice(String title, String text) {
    addClassName("notice");
    getElement().setAttribute("role", "status");
    var heading = new Span(title);
    heading.addClassName("notice-title");
    add(heading, new Paragraph(text));
  }

  /// There is nothing yet, and that is no fault.
  public static Notice empty(String title, String text) {
    var notice = new Notice(title, text);
    notice.addClassName("empty");
    return notice;
  }

  public static Notice done(String title, String text) {
    var notice = new Notice(title, text);
    notice.addClassName("done");
    return notice;
  }

  /// Something to look at that is no refusal, such as a limit that comes near.
  public static Notice look(String title, String text) {
    return new Notice(title, text);
  }

  public static Notice of(Denial denial) {
    return of(denial, flaw -> null);
  }

  /// @param place where a flaw is; null where that is not on the page
  public static Notice of(Denial denial, Function<Flaw, @Nullable Place> place) {
    return switch (denial) {
      case Denial.SignedOut signedOut -> sessionEnded();
      case Denial.Unknown(var detail) -> new Notice("Not found", detail).alert();
      case Denial.TooMany(var detail, var retryAfter) ->
          new Notice("Not so fast", detail + after(retryAfter)).alert();
      case Denial.Refused(var problem) -> refused(problem, place);
      case Denial.Away away ->
          new Notice("The API does not answer", "Nothing is lost. Try again in a moment.").alert();
    };
  }

  /// Said at once by what reads the screen aloud: what somebody wanted has not happened.
  private Notice alert() {
    getElement().setAttribute("role", "alert");
    return this;
  }

  private static Notice sessionEnded() {
    var notice =
        new Notice("Your session has ended", "Sign in again and you come back to this page.")
            .alert();
    notice.add(
        new Button("Sign in again", clicked -> notice.getUI().ifPresent(Visitor::signInAgain)));
    return notice;
  }

  private static Notice refused(Problem problem, Function<Flaw, @Nullable Place> place) {
    var notice = new Notice(problem.title(), problem.detail()).alert();
    if (!problem.errors().isEmpty()) {
      notice.add(new FlawList(problem.errors(), place));
    }
    return notice;
  }

  private static String after(Duration wait) {
    if (wait.isZero()) {
      return "";
    }
    return wait.compareTo(Duration.ofMinutes(2)) < 0
        ? " Try again in " + wait.toSeconds() + " s."
        : " Try again in " + wait.toMinutes() + " min.";
  }
}

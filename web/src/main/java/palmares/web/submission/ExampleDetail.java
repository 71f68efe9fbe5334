package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Pre;
import java.util.stream.Collectors;
import palmares.contract.benchmark.ExampleLine.MessageLine;
import palmares.contract.submission.EvaluatedExample;
import palmares.contract.submission.EvaluatedExample.Evaluation;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.SubmissionCalls;
import palmares.web.page.Facts;
import palmares.web.page.Notice;

/// All there is to know of one example of a submission, as far as the benchmark lets see. Texts of
/// others are shown as they are, never as markup.
record ExampleDetail(SubmissionCalls calls, String submission) {

  Component of(String example) {
    return switch (calls.example(submission, example)) {
      case Given(var whole) -> show(whole);
      case Denied(var why) -> Notice.of(why);
    };
  }

  private static Component show(EvaluatedExample example) {
    var texts = new Div();
    example.messages().forEach(message -> texts.add(titled(message.role(), text(message))));
    texts.add(
        titled("Response", example.response() == null ? "There is none." : example.response()));
    example.references().forEach(reference -> texts.add(titled("Reference", reference)));
    var facts = new Facts();
    example.evaluations().forEach(each -> facts.fact(each.evaluator(), reason(each)));
    var shown = new Div(texts, facts);
    shown.addClassName("example-detail");
    return shown;
  }

  static String text(MessageLine message) {
    return message.content().stream()
        .map(part -> part.text() == null ? "[" + part.type() + "]" : part.text())
        .collect(Collectors.joining("\n"));
  }

  private static Component titled(String title, String text) {
    var quote = new Pre(text);
    quote.addClassNames("quote", "foreign");
    return new Div(new H3(title), quote);
  }

  private static Component reason(Evaluation evaluation) {
    var reason = new Div(ExamplesTable.value(evaluation));
    evaluation
        .reason()
        .forEach((part, value) -> {
          var line = new Div(part + " " + ExamplesTable.figure(value));
          line.addClassNames("small", "soft", "foreign");
          reason.add(line);
        });
    return reason;
  }
}

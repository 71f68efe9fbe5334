package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import palmares.contract.submission.EvaluatedExample;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.SubmissionCalls;
import palmares.web.page.Facts;
import palmares.web.page.Notice;
import palmares.web.page.Quote;
import palmares.web.page.Scores;

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
    example.messages().forEach(message -> texts.add(titled(message.role(), Quote.text(message))));
    texts.add(
        titled("Response", example.response() == null ? "There is none." : example.response()));
    example.references().forEach(reference -> texts.add(titled("Reference", reference)));
    var facts = new Facts();
    example.evaluations().forEach(each -> facts.fact(each.evaluator(), Scores.reasoned(each)));
    var shown = new Div(texts, facts);
    shown.addClassName("example-detail");
    return shown;
  }

  private static Component titled(String title, String text) {
    return new Div(new H3(title), new Quote(text));
  }
}

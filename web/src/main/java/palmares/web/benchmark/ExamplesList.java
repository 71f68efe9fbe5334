package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.ExampleLine;
import palmares.contract.benchmark.ExampleLine.MessageLine;
import palmares.contract.page.Page;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.BenchmarkCalls;
import palmares.web.page.Notice;

/// The examples of a benchmark without their gold, some at a time.
final class ExamplesList extends Div {

  private static final int AT_ONCE = 10;

  private final BenchmarkCalls calls;
  private final String benchmark;
  private final String version;
  private final Div shown = new Div();
  private final Div more = new Div();

  ExamplesList(BenchmarkCalls calls, String benchmark, String version) {
    this.calls = calls;
    this.benchmark = benchmark;
    this.version = version;
    more.addClassNames("buttons", "pager");
    add(shown, more);
    load(null);
  }

  private void load(@Nullable String cursor) {
    more.removeAll();
    switch (calls.examples(benchmark, version, cursor, AT_ONCE)) {
      case Given(var page) -> append(page);
      case Denied(var why) -> more.add(Notice.of(why));
    }
  }

  private void append(Page<ExampleLine> page) {
    page.items().forEach(example -> shown.add(of(example)));
    var next = page.next();
    if (next != null) {
      var button = new NativeButton("Show " + AT_ONCE + " more", clicked -> load(next));
      button.addClassName("button");
      more.add(button);
    }
  }

  private static Component of(ExampleLine example) {
    var name = new Div(new Span(example.id()));
    name.addClassNames("example-name", "foreign");
    example.tags().forEach(tag -> name.add(tag(tag)));
    var whole = new Div(name);
    whole.addClassName("example");
    example.messages().forEach(message -> whole.add(text(message)));
    return whole;
  }

  private static Component tag(String words) {
    var tag = new Span(words);
    tag.addClassNames("tag", "foreign");
    return tag;
  }

  private static Component text(MessageLine message) {
    var words =
        message.content().stream()
            .map(part -> part.text() == null ? "[" + part.type() + "]" : part.text())
            .collect(Collectors.joining("\n"));
    var text = new Pre(message.role().equals("user") ? words : message.role() + ": " + words);
    text.addClassNames("quote", "foreign");
    return text;
  }
}

package palmares.web.benchmark;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Pre;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.web.client.BenchmarkCalls;
import palmares.web.page.Clipboard;
import palmares.web.page.Links;

/// How to take part in a benchmark: on these pages, with curl, or with the Python file.
final class TakingPart extends Div {

  private final BenchmarkDetail benchmark;
  private final Pre curl = code();
  private final Pre python = code();

  TakingPart(BenchmarkDetail benchmark) {
    this.benchmark = benchmark;
    var buttons =
        new Div(
            Links.button("submit?benchmark=" + benchmark.name(), "Submit"),
            download("Inputs", "examples"),
            download("File to fill in", "template"));
    buttons.addClassName("buttons");
    add(
        buttons,
        new H3("With curl"),
        curl,
        Clipboard.button("Copy", curl::getText),
        new H3("With Python, nothing to install"),
        python,
        Clipboard.button("Copy", python::getText));
    addClassName("taking-part");
  }

  /// Where the pages are is known to the browser alone: there may be anything in between.
  @Override
  protected void onAttach(AttachEvent event) {
    event
        .getUI()
        .getPage()
        .fetchCurrentURL(url -> {
          var port = url.getPort() < 0 ? "" : ":" + url.getPort();
          show(url.getProtocol() + "://" + url.getHost() + port);
        });
  }

  private void show(String origin) {
    var snippets = new Snippets(origin, benchmark.name(), benchmark.version());
    curl.setText(snippets.curl());
    python.setText(snippets.python());
  }

  private Anchor download(String words, String what) {
    var link =
        new Anchor(
            BenchmarkCalls.download(benchmark.name(), benchmark.version(), what), words + " ↓");
    link.addClassName("button");
    link.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
    return link;
  }

  private static Pre code() {
    var code = new Pre();
    code.addClassName("code");
    code.getElement().setAttribute("tabindex", "0");
    return code;
  }
}

package palmares.web.benchmark;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.servlet.http.HttpServletResponse;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.BenchmarkCalls;
import palmares.web.client.Denial;
import palmares.web.page.Clipboard;
import palmares.web.page.FileName;
import palmares.web.page.Links;

/// How to take part in a benchmark: on these pages, with curl, or with the Python file.
final class TakingPart extends Div {

  private final BenchmarkCalls calls;
  private final BenchmarkDetail benchmark;
  private final Pre fetchByCurl = code();
  private final Pre sendByCurl = code();
  private final Pre fetchByPython = code();
  private final Pre sendByPython = code();

  TakingPart(BenchmarkCalls calls, BenchmarkDetail benchmark) {
    this.calls = calls;
    this.benchmark = benchmark;
    var buttons =
        new Div(
            Links.button("submit?benchmark=" + benchmark.name(), "Submit"),
            download("Inputs", "examples"),
            download("File to fill in", "template"));
    buttons.addClassName("buttons");
    var token =
        new Paragraph(
            new Text(
                "In the place of your-token goes a token with the scopes read and submit, from "),
            Links.to("account", "your account"),
            new Text("."));
    token.addClassName("soft");
    add(
        buttons,
        token,
        new H3("With curl"),
        steps(fetchByCurl, "responses.jsonl", sendByCurl),
        new H3("With Python, nothing to install"),
        steps(fetchByPython, "template.jsonl", sendByPython));
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
    fetchByCurl.setText(snippets.fetchByCurl());
    sendByCurl.setText(snippets.sendByCurl());
    fetchByPython.setText(snippets.fetchByPython());
    sendByPython.setText(snippets.sendByPython());
  }

  private static Div steps(Pre fetch, String file, Pre send) {
    return new Div(
        fetch,
        Clipboard.button("Copy", fetch::getText),
        new Paragraph("Fill in the texts of " + file + ", then check, submit and wait:"),
        send,
        Clipboard.button("Copy", send::getText));
  }

  /// Asked for in the name of who is signed in: the browser has no token to send.
  private Anchor download(String words, String what) {
    var file =
        FileName.of("%s-%s-%s".formatted(benchmark.name(), benchmark.version(), what), "jsonl");
    var handler =
        DownloadHandler.fromInputStream(asked ->
            switch (calls.download(benchmark.name(), benchmark.version(), what)) {
              case Given(var found) ->
                  new DownloadResponse(found.content(), file, "application/jsonl", found.length());
              case Denied(var why) -> DownloadResponse.error(status(why));
            });
    var link = new Anchor(handler, words + " ↓");
    link.addClassName("button");
    link.getElement().setAttribute("router-ignore", true);
    return link;
  }

  private static int status(Denial why) {
    return switch (why) {
      case Denial.SignedOut signedOut -> HttpServletResponse.SC_UNAUTHORIZED;
      case Denial.Unknown unknown -> HttpServletResponse.SC_NOT_FOUND;
      case Denial.TooMany tooMany -> 429;
      case Denial.Refused refused -> refused.problem().status();
      case Denial.Away away -> HttpServletResponse.SC_BAD_GATEWAY;
    };
  }

  private static Pre code() {
    var code = new Pre();
    code.addClassName("code");
    code.getElement().setAttribute("tabindex", "0");
    return code;
  }
}

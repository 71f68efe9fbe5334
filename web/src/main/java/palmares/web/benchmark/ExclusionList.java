package palmares.web.benchmark;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.function.Function;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.page.Page;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.page.Busy;
import palmares.web.page.Card;
import palmares.web.page.Later;
import palmares.web.page.Notice;
import palmares.web.page.PlainTable;
import palmares.web.page.TableFrame;

/// What is or was left out, newest first, and further back as far as one asks.
final class ExclusionList extends Div {

  private final String title;
  private final Function<List<Exclusion>, PlainTable> table;
  private final Function<String, Answer<Page<Exclusion>>> pages;
  private final Div tables = new Div();
  private final Div more = new Div();

  /// @param pages by their cursors
  ExclusionList(
      String title,
      Page<Exclusion> newest,
      Function<List<Exclusion>, PlainTable> table,
      Function<String, Answer<Page<Exclusion>>> pages) {
    this.title = title;
    this.table = table;
    this.pages = pages;
    tables.addClassName("stack");
    more.addClassName("buttons");
    add(Card.titled(title, tables, more));
    append(newest);
  }

  private void append(Page<Exclusion> page) {
    tables.add(new TableFrame(title, table.apply(page.items())));
    var next = page.next();
    if (next != null) {
      var older = new NativeButton("Older ones", clicked -> older(next));
      older.addClassName("button");
      more.add(older);
    }
  }

  private void older(String cursor) {
    // Gone at once, so that an impatient second click is none.
    more.removeAll();
    more.add(new Busy("Looking …"));
    getUI().ifPresent(ui -> Later.ask(ui, () -> pages.apply(cursor), this::show));
  }

  private void show(Answer<Page<Exclusion>> answer) {
    more.removeAll();
    switch (answer) {
      case Given(var page) -> append(page);
      case Denied(var why) -> more.add(Notice.of(why));
    }
  }
}

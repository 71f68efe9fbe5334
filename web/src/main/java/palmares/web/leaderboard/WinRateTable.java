package palmares.web.leaderboard;

import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.WinRates;
import palmares.web.page.TableFrame;

/// The heat map as a table, for whoever does not see it: how many of 100 times the system of a row
/// beats that of a column; a dash where they never met.
final class WinRateTable extends NativeTable {

  private WinRateTable(WinRates rates) {
    addClassName("win-rates");
    var heads = new NativeTableRow(head("beats", "col"));
    rates.systems().forEach(system -> heads.add(head(system, "col")));
    getHead().add(heads);
    for (int i = 0; i < rates.systems().size(); i++) {
      getBody().add(line(rates.systems().get(i), i, rates.rates().get(i)));
    }
  }

  /// The table behind a line to open it by.
  static NativeDetails opened(WinRates rates) {
    var details = new NativeDetails("The same as a table");
    details.addClassName("question");
    details.addToggleListener(toggled -> {
      if (toggled.isOpened() && details.getContent() == null) {
        details.setContent(new TableFrame("Win rates", new WinRateTable(rates)));
      }
    });
    return details;
  }

  private static NativeTableRow line(String system, int own, List<@Nullable Double> rates) {
    var line = new NativeTableRow(head(system, "row"));
    for (int i = 0; i < rates.size(); i++) {
      var rate = rates.get(i);
      var text = i == own || rate == null ? "–" : Math.round(rate * 100) + "%";
      var cell = new NativeTableCell(text);
      cell.addClassName("number");
      line.add(cell);
    }
    return line;
  }

  private static NativeTableHeaderCell head(String text, String scope) {
    var name = new Span(text);
    name.addClassName("foreign");
    var head = new NativeTableHeaderCell(name);
    head.getElement().setAttribute("scope", scope);
    return head;
  }
}

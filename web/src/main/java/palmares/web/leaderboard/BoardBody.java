package palmares.web.leaderboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import palmares.contract.leaderboard.Board;
import palmares.web.page.TableFrame;

/// The rows of a board with what a reader can do with them.
final class BoardBody extends Div {

  private final Board board;
  private final BoardChoices choices;
  private final BoardTable table = new BoardTable();
  private final BoardTools tools;

  BoardBody(Board board, BoardChoices choices) {
    this.board = board;
    this.choices = choices;
    choices.fit(board);
    tools = new BoardTools(board, choices, this::showRows);
    table.onPicked(picked -> {
      choices.pick(picked);
      tools.compare(picked);
    });
    var frame = new TableFrame("Rows of the leaderboard", table);
    BoardWords.of(board)
        .whyARange()
        .ifPresent(why -> {
          var question = new Span("Why a range? ");
          question.addClassName("name");
          var note = new Paragraph(question, new Span(why));
          note.addClassName("card-note");
          frame.add(note);
        });
    add(tools, frame);
    showRows();
  }

  private void showRows() {
    table.show(board, tools.rows(), tools.columns(), isCompared() ? choices.picked() : null);
  }

  /// What others measured elsewhere has no scores here that could be compared.
  private boolean isCompared() {
    var provenance = board.provenance();
    return (provenance == null || provenance.claimedBy() == null)
        && board.rows().stream().filter(row -> row.submission() != null).count() > 1;
  }
}

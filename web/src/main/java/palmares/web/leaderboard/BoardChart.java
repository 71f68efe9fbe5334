package palmares.web.leaderboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;

/// A chart of a board, drawn in the browser. What it shows is also said in words.
@Tag("palmares-chart")
@JavaScript("context://webjars/echarts/5.5.0/echarts.min.js")
@JavaScript("context://palmares/chart.js")
final class BoardChart extends Component {

  BoardChart(ChartData chart) {
    getElement().setAttribute("role", "img").setAttribute("aria-label", chart.words());
    addAttachListener(
        attached -> getElement().executeJs("this.draw($0, $1)", chart.kind(), chart.data()));
  }
}

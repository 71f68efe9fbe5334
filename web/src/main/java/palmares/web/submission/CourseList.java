package palmares.web.submission;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.web.page.Meter;
import palmares.web.page.Moment;

/// The steps of a submission's course. A newer look changes what has changed and leaves the rest
/// where it is, so that nothing jumps under the reader.
final class CourseList extends OrderedList {

  private final Map<String, Item> items = new HashMap<>();

  CourseList() {
    addClassName("timeline");
  }

  void show(List<Step> steps) {
    var keys = steps.stream().map(Step::key).collect(Collectors.toSet());
    items
        .entrySet()
        .removeIf(each -> {
          if (!keys.contains(each.getKey())) {
            remove(each.getValue());
            return true;
          }
          return false;
        });
    for (var index = 0; index < steps.size(); index++) {
      var step = steps.get(index);
      var item = items.computeIfAbsent(step.key(), key -> new Item());
      if (indexOf(item) != index) {
        addComponentAtIndex(index, item);
      }
      item.show(step);
    }
  }

  private static final class Item extends ListItem {

    private final Span text = new Span();
    private final Span below = new Span();
    private final Div bar = new Div();
    private final Meter meter = new Meter("How far this stage is");
    private @Nullable Step shown;

    Item() {
      text.addClassNames("event", "foreign");
      below.addClassNames("below", "foreign");
      bar.add(meter);
      add(text);
    }

    void show(Step step) {
      if (step.equals(shown)) {
        return;
      }
      if (shown == null && step.at() != null) {
        add(Moment.time(step.at()));
      } else if (shown == null && step.when() == Step.When.NOW) {
        var now = new Span("now");
        now.addClassName("time");
        add(now);
      }
      shown = step;
      setClassName(step.when().name().toLowerCase(Locale.ROOT));
      text.setText(step.text());
      if (step.progress() != null) {
        meter.show(step.progress().done(), step.progress().expected());
        add(bar);
      }
      below.setText(step.below() == null ? "" : step.below());
      if (step.below() == null) {
        remove(below);
      } else {
        add(below);
      }
    }
  }
}

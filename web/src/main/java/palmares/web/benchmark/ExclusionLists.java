package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.page.Page;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ExclusionCalls;
import palmares.web.page.Notice;

/// What is left out now and what counts again, a list each.
final class ExclusionLists extends Div {

  static final int AT_ONCE = 100;

  /// The first page of each list.
  record Newest(Page<Exclusion> standing, Page<Exclusion> lifted) {

    static Answer<Newest> of(ExclusionCalls calls) {
      return switch (calls.standing(null, AT_ONCE)) {
        case Given(var standing) ->
            switch (calls.lifted(null, AT_ONCE)) {
              case Given(var lifted) -> new Given<>(new Newest(standing, lifted));
              case Denied(var why) -> new Denied<>(why);
            };
        case Denied(var why) -> new Denied<>(why);
      };
    }
  }

  /// @param change what can be done with one that is left out; nothing if absent
  ExclusionLists(
      ExclusionCalls calls, Newest newest, @Nullable Function<Exclusion, Component> change) {
    addClassName("stack");
    var standing = newest.standing();
    var lifted = newest.lifted();
    if (standing.items().isEmpty() && lifted.items().isEmpty()) {
      add(
          Notice.empty(
              "Nothing was ever left out",
              "Should an example leak or a submission prove copied, it stands here, with the"
                  + " reason."));
    }
    if (!standing.items().isEmpty()) {
      add(
          new ExclusionList(
              "Left out now",
              standing,
              all -> ExclusionTable.of(all, change),
              cursor -> calls.standing(cursor, AT_ONCE)));
    }
    if (!lifted.items().isEmpty()) {
      add(
          new ExclusionList(
              "Counts again",
              lifted,
              all -> ExclusionTable.of(all, null),
              cursor -> calls.lifted(cursor, AT_ONCE)));
    }
  }
}

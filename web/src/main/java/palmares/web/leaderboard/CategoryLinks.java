package palmares.web.leaderboard;

import com.vaadin.flow.component.html.Nav;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.web.page.Links;

/// The same board over all examples, or over those of one category.
final class CategoryLinks extends Nav {

  CategoryLinks(BoardSource source, List<String> categories) {
    addClassNames("tools", "categories");
    getElement().setAttribute("aria-label", "Categories");
    link(source, "All categories", null);
    categories.forEach(category -> link(source, category, category));
  }

  private void link(BoardSource source, String text, @Nullable String category) {
    var link = Links.to(source.path(category), text);
    link.addClassNames("chip-button", "foreign");
    if (Objects.equals(category, source.category())) {
      link.getElement().setAttribute("aria-current", "page");
    }
    add(link);
  }
}

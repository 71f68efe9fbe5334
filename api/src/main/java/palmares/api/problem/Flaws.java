package palmares.api.problem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.problem.Problem.Flaw;

/// Collects what is wrong with one document, up to a hundred flaws.
public final class Flaws {

  public static final int MAX = 100;

  private final @Nullable String file;
  private final List<Flaw> all = new ArrayList<>();

  /// @param file the part or file that later flaws are in
  public Flaws(@Nullable String file) {
    this.file = file;
  }

  public void add(@Nullable Integer line, @Nullable String field, String message) {
    if (!isFull()) {
      all.add(new Flaw(file, line, field, message));
    }
  }

  public void addAll(Flaws others) {
    others.all.stream().limit(MAX - (long) all.size()).forEach(all::add);
  }

  /// Whether reading on can add nothing.
  public boolean isFull() {
    return all.size() >= MAX;
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public int size() {
    return all.size();
  }

  public List<Flaw> list() {
    return List.copyOf(all);
  }
}

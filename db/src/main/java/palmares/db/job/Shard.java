package palmares.db.job;

import java.util.ArrayList;
import java.util.List;

/// A slice of a run's examples, from the first ordinal to the last, both within.
public record Shard(int first, int last) {

  public Shard {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("a shard must be a range from 0: " + first + ".." + last);
    }
  }

  public int size() {
    return last - first + 1;
  }

  /// What is left of it without another, which may be nothing or two.
  List<Shard> without(Shard other) {
    if (!overlaps(other.first, other.last)) {
      return List.of(this);
    }
    var left = new ArrayList<Shard>(2);
    if (first < other.first) {
      left.add(new Shard(first, other.first - 1));
    }
    if (other.last < last) {
      left.add(new Shard(other.last + 1, last));
    }
    return left;
  }

  boolean overlaps(int otherFirst, int otherLast) {
    return first <= otherLast && otherFirst <= last;
  }
}

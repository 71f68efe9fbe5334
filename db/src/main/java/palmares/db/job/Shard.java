package palmares.db.job;

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

  boolean overlaps(int otherFirst, int otherLast) {
    return first <= otherLast && otherFirst <= last;
  }
}

package palmares.db.benchmark;

import java.util.List;

/// An example of a version, without gold.
///
/// @param messages JSON
public record ExampleRow(
    int ordinal, String name, String split, List<String> tags, String messages) {

  public ExampleRow {
    tags = List.copyOf(tags);
  }
}

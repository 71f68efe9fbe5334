package palmares.db.benchmark;

/// An example with its gold.
///
/// @param gold JSON with `references` and `checklist`
public record GoldRow(ExampleRow example, String gold) {}

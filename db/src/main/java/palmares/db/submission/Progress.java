package palmares.db.submission;

import org.jspecify.annotations.Nullable;

/// How far an evaluator is with a run.
///
/// @param evaluator `id@version`
/// @param stage `score` or `reward`
/// @param mean of the values; absent where there are none
public record Progress(
    String evaluator, String stage, int scored, int unscored, @Nullable Double mean) {}

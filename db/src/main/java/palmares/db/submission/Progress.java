package palmares.db.submission;

import org.jspecify.annotations.Nullable;

/// How far an evaluator is with a run.
///
/// @param evaluator `id@version`
/// @param mean of the values; absent where there are none
public record Progress(String evaluator, int scored, int unscored, @Nullable Double mean) {}

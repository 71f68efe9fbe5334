package palmares.web.page;

import java.util.Locale;

/// What a colour says. It never says it alone: the words beside it do too.
public enum Tone {
  /// Good evidence, done, as it should be.
  GOOD,
  /// Where you are, what goes on now.
  HERE,
  /// Look here: a gap, a failure, a limit.
  LOOK,
  /// Nothing to notice.
  QUIET;

  String className() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package palmares.web.page;

/// Names of files that leave a page, in letters that no header, shell or file system takes for more
/// than a name.
public final class FileName {

  private static final int LONGEST = 120;

  private FileName() {}

  /// @param name in any letters; what is not plain becomes a dash
  /// @param ending without its dot
  public static String of(String name, String ending) {
    var plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[.-]+", "");
    return (plain.isEmpty() ? "file" : plain.substring(0, Math.min(LONGEST, plain.length())))
        + "."
        + ending;
  }
}

package palmares.launcher.up;

/// What a platform is made of, in the order in which one needs the other.
public enum Part {
  DATABASE("PostgreSQL"),
  BROKER("broker"),
  API("api"),
  WORKER("worker"),
  WEB("web");

  private final String word;

  Part(String word) {
    this.word = word;
  }

  /// As people call it.
  public String word() {
    return word;
  }
}

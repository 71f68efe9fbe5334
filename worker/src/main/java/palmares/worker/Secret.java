package palmares.worker;

/// A value that must not be seen in logs.
public record Secret(String value) {

  @Override
  public String toString() {
    return "***";
  }
}

package palmares.web.client;

/// What the API answered: what was asked for, or why not.
public sealed interface Answer<T> {

  record Given<T>(T value) implements Answer<T> {}

  record Denied<T>(Denial why) implements Answer<T> {}
}

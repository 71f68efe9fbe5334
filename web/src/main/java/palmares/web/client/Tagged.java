package palmares.web.client;

/// A value with the entity tag under which the API knows it, to be asked for again at little cost.
///
/// @param tag empty if the API gave none
public record Tagged<T>(String tag, T value) {}

package palmares.web.client;

/// What the API answers when there is nothing to say beyond that it is done.
public record Done() {}

package palmares.web.identity;

/// How people can sign in, beside an account of the platform's own.
///
/// @param keycloak whether there is a realm at which they can
public record SignInWays(boolean keycloak) {}

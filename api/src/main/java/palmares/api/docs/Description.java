package palmares.api.docs;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/// What stands at the head of the generated description.
@OpenAPIDefinition(
    info =
        @Info(
            title = "Palmares",
            version = "1",
            description =
                "Leaderboards for AI systems. Errors are application/problem+json (RFC 9457); lists"
                    + " are paged by an opaque cursor; writing needs a token.",
            license = @License(name = "Apache-2.0")),
    security = @SecurityRequirement(name = "token"))
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
final class Description {

  private Description() {}
}

package palmares.db.identity;

import java.util.UUID;

public record TeamName(UUID id, String name, boolean personal) {}

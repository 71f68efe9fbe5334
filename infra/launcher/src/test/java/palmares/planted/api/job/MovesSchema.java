package palmares.planted.api.job;

import org.flywaydb.core.Flyway;

record MovesSchema(Flyway flyway) {}

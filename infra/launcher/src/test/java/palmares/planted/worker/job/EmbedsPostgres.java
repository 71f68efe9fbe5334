package palmares.planted.worker.job;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

record EmbedsPostgres(EmbeddedPostgres postgres) {}

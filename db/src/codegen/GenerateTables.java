import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// Migrates an empty PostgreSQL and writes one class for each table found in it.
final class GenerateTables {

  public static void main(String[] arguments) throws Exception {
    var migrations = Path.of(arguments[0]);
    var target = Path.of(arguments[1]);
    var work = Files.createTempDirectory("palmares-codegen");
    try (var postgres =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(work.toFile())
            .setServerConfig("fsync", "off")
            .start()) {
      Flyway.configure()
          .dataSource(postgres.getPostgresDatabase())
          .locations("filesystem:" + migrations)
          .loggers("slf4j")
          .load()
          .migrate();
      GenerationTool.generate(
          configuration(postgres.getJdbcUrl("postgres", "postgres"), target.toString()));
    } finally {
      delete(work);
    }
  }

  private static Configuration configuration(String url, String target) {
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(new Jdbc().withUrl(url).withUser("postgres"))
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withInputSchema("public")
                        .withOutputSchemaToDefault(true)
                        .withIncludeRoutines(false)
                        .withExcludes("flyway_schema_history")
                        .withForcedTypes(
                            new ForcedType()
                                .withUserType("palmares.db.Sha256")
                                .withConverter("palmares.db.Sha256Converter")
                                .withIncludeExpression(
                                    ".*\\.(.*sha256|.*digest|hash|fingerprint|cache_key)")
                                .withIncludeTypes("bytea"),
                            new ForcedType().withName("INSTANT").withIncludeTypes("timestamptz")))
                .withGenerate(
                    new Generate()
                        .withRecords(true)
                        .withPojos(false)
                        .withGlobalObjectReferences(true)
                        .withComments(false)
                        .withIndexes(false))
                .withTarget(new Target().withPackageName("palmares.db.schema").withDirectory(target)));
  }

  private static void delete(Path directory) throws Exception {
    List<Path> paths;
    try (var walk = Files.walk(directory)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (var path : paths) {
      Files.deleteIfExists(path);
    }
  }
}

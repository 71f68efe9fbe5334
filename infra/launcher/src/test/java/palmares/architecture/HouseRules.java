package palmares.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// The rules over one root package: `palmares` itself, or the planted tree that breaks each of
/// them.
record HouseRules(String root) {
  List<HouseRule> all() {
    return List.of(
        HouseRule.of(
            only("org.jooq..", "db..").because("db is the only module that knows SQL"),
            "web.page.ReadsTables"),
        HouseRule.of(
            only("java.sql..", "db..").because("db is the only module that knows SQL"),
            "web.page.ReadsRows"),
        HouseRule.of(
            only("org.flywaydb..", "db..").because("db is the only module that knows the schema"),
            "api.job.MovesSchema"),
        HouseRule.of(
            only("ai.djl..", "worker..").because("models run where the work is done"),
            "api.job.LoadsModel"),
        HouseRule.of(
            only("ai.onnxruntime..", "worker..").because("models run where the work is done"),
            "api.job.RunsOnnx"),
        HouseRule.of(
            only("com.rabbitmq..", "api..dispatch..", "worker..intake..")
                .because("one place publishes hints and one takes them; the ledger decides"),
            "api.job.Publishes",
            "launcher.demo.Consumes"),
        HouseRule.of(
            only("com.vaadin..", "web..").because("pages are one client of the API among others"),
            "api.job.DrawsPage"),
        HouseRule.of(
            only("com.nimbusds..", "api.identity.keycloak..", "web.identity..")
                .because("what a token of an identity provider says is read in one place each"),
            "api.job.ReadsTokens"),
        HouseRule.of(
            only("jakarta.mail..", "api.notification..")
                .because("mail goes out by the outbox alone, so that none is lost or sent twice"),
            "api.job.SendsMail"),
        HouseRule.of(
            only("org.eclipse.jetty.client..", "egress..", "web.origin..")
                .because("whoever asks an address that others choose goes by the egress policy"),
            "api.job.AsksAnywhere",
            "web.page.AsksAnywhere"),
        HouseRule.of(
            only("org.keycloak..", "launcher.keycloak..")
                .because("the roles speak the standard; only the set-up speaks Keycloak's own"),
            "launcher.demo.Administers"),
        HouseRule.of(
            only("org.apache.qpid..", "launcher..")
                .because("only the command that runs all roles in one process embeds a broker"),
            "worker.job.EmbedsBroker"),
        HouseRule.of(
            only("io.zonky..", "launcher..")
                .because("only the command that runs all roles in one process embeds PostgreSQL"),
            "worker.job.EmbedsPostgres"),
        HouseRule.of(
            noClasses()
                .that()
                .resideInAnyPackage(in("scoring.."), in("db.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micronaut..")
                .because("scoring and db are usable without a framework"),
            "scoring.metric.AsksFramework",
            "db.job.AsksFramework"),
        HouseRule.of(
            noClasses()
                .that()
                .resideInAPackage(in("db.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("contract.."))
                .because("a row is not a wire format: each border has its own record"),
            "db.job.StoresWireFormat"),
        HouseRule.of(
            noClasses()
                .that()
                .resideInAPackage(in("scoring.."))
                .should()
                .dependOnClassesThat(Purity.DOES_IO)
                .because("scoring is pure: what it needs is handed to it"),
            "scoring.metric.ReadsFile"),
        HouseRule.of(
            noClasses()
                .that()
                .resideInAPackage(in("scoring.."))
                .should()
                .dependOnClassesThat(Purity.STARTS_THREADS)
                .because("who calls scoring decides where it runs"),
            "scoring.metric.StartsThread"),
        HouseRule.of(
            noClasses()
                .that()
                .resideInAPackage(in("scoring.."))
                .should()
                .callCodeUnitWhere(Purity.READS_CLOCK)
                .because("the same evidence gives the same ranking at any time"),
            "scoring.metric.ReadsClock"),
        HouseRule.of(
            noClasses()
                .that()
                .resideInAPackage(in("scoring.."))
                .should()
                .callCodeUnitWhere(Purity.DRAWS_WITHOUT_SEED)
                .because("every random draw takes a seed"),
            "scoring.metric.DrawsWithoutSeed"),
        HouseRule.of(
            slices()
                .matching(root + ".(*).(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature can then be understood, and moved, alone"),
            "contract.chicken.Chicken",
            "contract.egg.Egg"),
        HouseRule.of(
            noClasses()
                .should()
                .haveNameMatching(
                    ".*[.$]([A-Z]\\w*(Utils?|Helpers?|Manager|Impl|Interface|Dto|DTO)|Abstract[A-Z]\\w*)")
                .because("a name says what a class is about, not that it is a class"),
            "worker.job.JobUtil",
            "worker.job.JobHelper",
            "worker.job.JobManager",
            "worker.job.JobImpl",
            "worker.job.AbstractJob",
            "worker.job.JobDto"),
        HouseRule.of(
            classes()
                .that()
                .resideOutsideOfPackage(in("db.schema.."))
                .should(Naming.LIVE_IN_A_NULL_MARKED_PACKAGE)
                .because(
                    "NullAway looks only into packages that are marked; db.schema is generated"),
            "unmarked.Unmarked"));
  }

  private String in(String below) {
    return root + "." + below;
  }

  private ArchRule only(String library, String... places) {
    var allowed = List.of(places).stream().map(this::in).toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}

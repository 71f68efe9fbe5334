package palmares.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HouseRulesTest {
  private static final String ROOT = "palmares";
  private static final String PLANTED = "palmares.planted";

  private static JavaClasses ours;
  private static JavaClasses planted;

  @BeforeAll
  static void readClasses() {
    ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(HouseRulesTest::isNoTestJar)
            .importPackages(ROOT);
    planted = new ClassFileImporter().importPackages(PLANTED);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void eachRuleHolds(HouseRule rule) {
    rule.rule().check(ours);
  }

  @ParameterizedTest
  @MethodSource("plantedRules")
  void eachRuleFailsOnEachClassPlantedForIt(HouseRule rule) {
    var violations = rule.rule().evaluate(planted).getFailureReport().getDetails();

    assertThat(rule.brokenBy())
        .allSatisfy(name ->
            assertThat(violations).anySatisfy(line -> assertThat(line).contains("." + name)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void eachRuleSaysWhy(HouseRule rule) {
    assertThat(rule.rule().getDescription()).contains(", because ");
  }

  /// Zero rules, or a module that was not read, would be green too.
  @Test
  void allRulesRunOverAllModules() {
    var modules =
        ours.stream()
            .map(type -> type.getPackageName().split("\\.")[1])
            .collect(Collectors.toSet());

    assertThat(rules()).hasSize(22);
    assertThat(modules)
        .containsExactlyInAnyOrder(
            "scoring", "contract", "db", "egress", "api", "worker", "web", "launcher");
  }

  static List<HouseRule> rules() {
    return new HouseRules(ROOT).all();
  }

  static List<HouseRule> plantedRules() {
    return new HouseRules(PLANTED).all();
  }

  private static boolean isNoTestJar(Location location) {
    return !location.contains("-tests.jar");
  }
}

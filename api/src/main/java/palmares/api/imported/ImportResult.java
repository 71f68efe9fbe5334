package palmares.api.imported;

import java.util.List;
import palmares.contract.imported.ImportReport;
import palmares.contract.problem.Problem.Flaw;

/// What came of an import.
sealed interface ImportResult {

  record Imported(ImportReport report) implements ImportResult {}

  /// Exactly this was imported before; nothing has changed.
  record Repeated(ImportReport report) implements ImportResult {}

  /// A dry run: what an import would come to.
  record WouldImport(ImportReport report) implements ImportResult {}

  /// The first answer under the same key.
  ///
  /// @param status it had
  record GivenBefore(int status, ImportReport report) implements ImportResult {}

  record KeyOfOtherRequest(String key) implements ImportResult {}

  record KeyInUse(String key) implements ImportResult {}

  record Flawed(List<Flaw> flaws, boolean tooLarge) implements ImportResult {}

  /// The benchmark belongs to another team.
  record NotYours() implements ImportResult {}

  /// The benchmark is measured here, so nothing that is only claimed may stand in it.
  record Measured() implements ImportResult {}
}

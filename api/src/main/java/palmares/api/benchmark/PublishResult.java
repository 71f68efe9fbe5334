package palmares.api.benchmark;

import palmares.db.Sha256;

/// What came of publishing a checked benchmark.
sealed interface PublishResult {

  record Published(Sha256 digest) implements PublishResult {}

  /// Exactly this is published already.
  record AlreadyThere(Sha256 digest) implements PublishResult {}

  /// The version is published with other content, which never changes.
  record OtherContent(Sha256 published) implements PublishResult {}

  /// The name belongs to another team.
  record NotYours() implements PublishResult {}

  /// A dry run found nothing in the way.
  record WouldPublish(Sha256 digest) implements PublishResult {}
}

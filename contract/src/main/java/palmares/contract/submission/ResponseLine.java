package palmares.contract.submission;

import io.micronaut.serde.annotation.Serdeable;

/// One line of a submission file: the example's id and what the system gave for it.
@Serdeable
public record ResponseLine(String id, String text) {}

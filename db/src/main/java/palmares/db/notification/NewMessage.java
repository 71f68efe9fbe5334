package palmares.db.notification;

import java.time.Duration;
import java.util.UUID;

/// Something to be told.
///
/// @param event its kind, such as `run-ended`
/// @param subject what it is told of: the same event of the same subject is told once
/// @param data as JSON
/// @param delay before the first try
public record NewMessage(String event, UUID subject, String data, Duration delay) {}

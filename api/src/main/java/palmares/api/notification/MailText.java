package palmares.api.notification;

/// A mail as people read it.
record MailText(String subject, String body) {}

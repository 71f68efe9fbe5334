package palmares.api.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import palmares.api.json.Storable;
import palmares.contract.testing.HostileText;
import palmares.contract.testing.Sink;
import palmares.db.Json;
import palmares.db.notification.Message;

/// Invariant 26 for what goes to people and programs outside.
class HostileMessageTest {

  private final MailTexts texts = new MailTexts("https://boards.example.org");

  @Test
  void aMailHasOneSubjectOneAddressAndTheLinesThatWeWrote() {
    var lines = texts.run(NoticeKind.RUN_FAILED, said("x")).body().lines().count();
    new Sink("mail")
        .survives(
            HostileText.all(),
            text -> {
              var mail = texts.run(NoticeKind.RUN_FAILED, said(text.text()));
              var board = texts.board(said(text.text()));

              assertThat(HostileText.steers(mail.subject() + mail.body())).isFalse();
              assertThat(HostileText.steers(board.subject() + board.body())).isFalse();
              assertThat(mail.body().lines()).hasSize((int) lines);
              assertThat(mail.body().length()).isLessThan(1_500);
              var read = sentAndRead(mail);
              assertThat(read.getHeader("Subject")).hasSize(1);
              assertThat(read.getHeader("Bcc")).isNull();
              assertThat(read.getAllRecipients()).hasSize(1);
              assertThat(Collections.list(read.getAllHeaders()))
                  .extracting(Header::getName)
                  .isSubsetOf(
                      "Date",
                      "Message-ID",
                      "To",
                      "Subject",
                      "MIME-Version",
                      "Content-Type",
                      "Content-Transfer-Encoding");
              // As a reader shows it, long lines put together again.
              assertThat(
                      HostileText.steers(
                          MimeUtility.decodeText(read.getHeader("Subject", null))
                              .replaceAll("\r\n[ \t]", " ")))
                  .isFalse();
            });
  }

  @Test
  void aWebhookIsOneLineOfJsonWithTheTextAsAValueAndHasNothingOfItInItsHeaders() {
    new Sink("webhook")
        .survives(
            HostileText.shorter().stream().filter(HostileMessageTest::canBeStored).toList(),
            text -> {
              var message =
                  new Message(
                      UUID.randomUUID(),
                      UUID.randomUUID(),
                      null,
                      "run-ended",
                      UUID.randomUUID(),
                      Json.canonical(Map.of("system", text.text())),
                      1,
                      UUID.randomUUID(),
                      Instant.EPOCH);

              var body = WebhookSender.body(message);

              var headers =
                  WebhookSender.headers(
                      message, 7, body, List.of(Signature.newSecret(), Signature.newSecret()));
              assertThat(headers.get("webhook-id")).isEqualTo(message.id().toString());
              assertThat(headers.get("webhook-timestamp")).isEqualTo("7");
              assertThat(headers.get("webhook-signature"))
                  .matches("v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=");
              assertThat(body.lines()).hasSize(1);
              assertThat(body).doesNotContainPattern("[\\x00-\\x1f]");
              assertThat(body).startsWith("{\"data\":{\"system\":");
              assertThat(body)
                  .endsWith(",\"timestamp\":\"1970-01-01T00:00:00Z\",\"type\":\"run-ended\"}");
              assertThat(Json.strings(body.substring(8, body.indexOf(",\"timestamp\""))))
                  .isEqualTo(Map.of("system", text.text()));
            });
  }

  /// What the database takes: nothing else can be in a message.
  private static boolean canBeStored(HostileText text) {
    return Storable.flaw(text.text()).isEmpty();
  }

  private static MimeMessage sentAndRead(MailText mail) throws Exception {
    var session = Session.getInstance(new Properties());
    var made = new MimeMessage(session);
    made.setRecipients(RecipientType.TO, "ada@example.org");
    made.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    made.setText(mail.body(), StandardCharsets.UTF_8.name());
    var sent = new ByteArrayOutputStream();
    made.writeTo(sent);
    return new MimeMessage(session, new ByteArrayInputStream(sent.toByteArray()));
  }

  private static Map<String, String> said(String text) {
    return Map.of(
        "system", text,
        "benchmark", text,
        "version", text,
        "title", text,
        "state", "partial",
        "failedJobs", text,
        "submission", "id",
        "leaderboard", "id");
  }
}

package palmares.api.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.api.submission.HandWorker;

/// Against a real SMTP server.
class MailTest {

  private static final int PORT = freePort();
  private static final GreenMail SMTP =
      new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @RegisterExtension static final RunningApi API = new RunningApi(settings());

  private static Map<String, Object> settings() {
    var settings = new HashMap<String, Object>();
    settings.put("palmares.smtp.host", "127.0.0.1");
    settings.put("palmares.smtp.port", PORT);
    settings.put("palmares.smtp.tls", "NONE");
    settings.put("palmares.smtp.from", "Palmares <boards@example.org>");
    settings.put("palmares.origin", "https://boards.example.org/");
    settings.put("palmares.outbox.poll", "100ms");
    settings.put("palmares.outbox.first", "PT0.1S");
    return settings;
  }

  @BeforeAll
  static void serve() {
    SMTP.start();
  }

  @AfterAll
  static void stop() {
    SMTP.stop();
  }

  @Test
  void nothingButACodeGoesToAnAddressBeforeItIsConfirmed() throws Exception {
    Folders.publish(API.organiser("olga"), "mails", 2);
    var ada = API.member("ada");
    assertThat(ada.get("me/mail").at("available")).isEqualTo("true");
    put(ada, "me/mail", "{\"address\":\"Ada@Example.org\"}");
    var code = code("ada@example.org");
    submit(ada, "benchmark=mails&system=early", responses(2));
    new HandWorker(API).workAll();

    assertThat(confirm(ada, "00000000").status()).isEqualTo(422);
    assertThat(confirm(ada, code).at("confirmed")).isEqualTo("true");
    assertThat(confirm(ada, code).status()).as("a code is good once").isEqualTo(422);
    var submission = submit(ada, "benchmark=mails&system=mine", responses(2)).at("id");
    new HandWorker(API).workAll();

    await().untilAsserted(() -> assertThat(to("ada@example.org")).hasSize(2));
    var mail = to("ada@example.org").getLast();
    assertThat(mail.getSubject()).isEqualTo("mine on mails 1 is complete");
    assertThat(mail.getContent().toString())
        .contains("The run of mine on mails 1 is complete.")
        .contains("https://boards.example.org/submissions/" + submission)
        .contains("https://boards.example.org/account");
    assertThat(mail.getContentType()).startsWith("text/plain");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@palmares>");
  }

  @Test
  void hostileNamesStayNames() throws Exception {
    Folders.publish(API.organiser("olga"), "hostile", 1);
    var bob = confirmed("bob", "bob@example.org");
    var name = "x<script>alert(1)</script> \\u00e9\\ud83d\\ude00 =?utf-8?q?forged?=";
    var made =
        bob.post(
            "submissions",
            "{\"benchmark\":\"hostile\",\"system\":{\"name\":\"%s\",\"kind\":\"outputs\"},"
                    .formatted(name)
                + "\"responses\":[{\"id\":\"q1\",\"text\":\"a1\"}]}");
    assertThat(made.at("id")).as(made.text()).isNotEqualTo("absent");
    new HandWorker(API).workAll();

    await().untilAsserted(() -> assertThat(to("bob@example.org")).hasSize(2));
    var mail = to("bob@example.org").getLast();
    assertThat(mail.getSubject()).contains("<script>", "é", "= ?utf-8?q?forged?=");
    assertThat(mail.getContentType()).startsWith("text/plain");
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getHeader("Subject")).hasSize(1);
  }

  @Test
  void lineBreaksBecomeNoHeaders() {
    var texts = new MailTexts("https://boards.example.org");
    var said =
        Map.of(
            "system", "x\r\nBcc: victim@example.org",
            "benchmark", "b",
            "version", "1",
            "state", "complete",
            "submission", "id");

    var text = texts.run(NoticeKind.RUN_ENDED, said);

    assertThat(text.subject()).doesNotContain("\r", "\n").contains("Bcc: victim@example.org");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    var cleo = API.member("cleo");
    for (var address :
        List.of(
            "",
            "no-address",
            "a@b.org, c@d.org",
            "Ada <a@b.org>",
            "a@b.org\\r\\nBcc: c@d.org",
            "a b@c.org",
            "\\u00e9@b.org",
            "a@b.org\\u0000",
            "a".repeat(250) + "@b.org")) {
      assertThat(put(cleo, "me/mail", "{\"address\":\"%s\"}".formatted(address)).status())
          .as(address)
          .isEqualTo(400);
    }
    assertThat(API.column("select address from mail_address where address like '%b.org'"))
        .isEmpty();
  }

  @Test
  void nobodysMailboxIsFilledWithCodes() {
    for (int i = 0; i < MailAddresses.CODES_PER_ADDRESS; i++) {
      var status =
          put(API.member("spam" + i), "me/mail", "{\"address\":\"Victim@example.org\"}").status();
      assertThat(status).isEqualTo(200);
    }

    assertThat(put(API.member("more"), "me/mail", "{\"address\":\"victim@example.org\"}").status())
        .isEqualTo(429);
    var dora = API.member("dora");
    for (int i = 0; i < MailAddresses.CODES_PER_ACCOUNT; i++) {
      put(dora, "me/mail", "{\"address\":\"victim%d@example.org\"}".formatted(i));
    }
    assertThat(put(dora, "me/mail", "{\"address\":\"last@example.org\"}").status()).isEqualTo(429);
  }

  @Test
  void afterFiveWrongCodesTheRightOneIsWorthless() throws Exception {
    var emil = API.member("emil");
    put(emil, "me/mail", "{\"address\":\"emil@example.org\"}");
    var code = code("emil@example.org");

    for (int i = 0; i < 5; i++) {
      assertThat(confirm(emil, "1234567" + i).status()).isEqualTo(422);
    }

    assertThat(confirm(emil, code).status()).isEqualTo(422);
  }

  @Test
  void peopleChooseWhatTheyGetAndStopAll() throws Exception {
    var fay = confirmed("fay", "fay@example.org");

    assertThat(put(fay, "me/mail/events", "{\"events\":[\"board-changed\"]}").at("events[0]"))
        .isEqualTo("board-changed");
    assertThat(put(fay, "me/mail/events", "{\"events\":[\"all\"]}").status()).isEqualTo(400);
    assertThat(fay.delete("me/mail").status()).isEqualTo(204);
    assertThat(fay.get("me/mail").at("address")).isEqualTo("absent");
    assertThat(put(fay, "me/mail/events", "{\"events\":[]}").status()).isEqualTo(409);
  }

  @Test
  void oneMailAtATimeTellsOfABoard() throws Exception {
    Folders.publish(API.organiser("olga"), "often", 1);
    var gus = confirmed("gus", "gus@example.org");
    put(gus, "me/mail/events", "{\"events\":[\"board-changed\"]}");
    submit(gus, "benchmark=often&system=one", responses(1));
    new HandWorker(API).workAll();
    await().untilAsserted(() -> assertThat(boardMails()).isEqualTo(List.of("ready")));
    submit(gus, "benchmark=often&system=two", responses(1));
    new HandWorker(API).workAll();
    var snapshots =
        "select count(*) from snapshot s join leaderboard l on l.id = s.leaderboard_id"
            + " join benchmark_version v on v.id = l.benchmark_version_id"
            + " join benchmark b on b.id = v.benchmark_id where b.name = 'often'";
    await()
        .atMost(java.time.Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(API.column(snapshots)).containsExactly("2"));

    assertThat(boardMails()).containsExactly("ready");
    API.postgres().asOwner("update outbox set due_at = now() where event = 'board-changed'");

    await().untilAsserted(() -> assertThat(to("gus@example.org")).hasSize(2));
    assertThat(to("gus@example.org").getLast().getSubject())
        .startsWith("The leaderboard ")
        .contains("(often 1) has changed");
  }

  private static List<String> boardMails() {
    return API.column("select state from outbox where event = 'board-changed' and kind = 'mail'");
  }

  private static Calls confirmed(String name, String address) throws Exception {
    var person = API.member(name);
    put(person, "me/mail", "{\"address\":\"%s\"}".formatted(address));
    assertThat(confirm(person, code(address)).status()).isEqualTo(200);
    return person;
  }

  private static String code(String address) throws Exception {
    await().untilAsserted(() -> assertThat(to(address)).isNotEmpty());
    var found = Pattern.compile("\\d{8}").matcher(to(address).getLast().getSubject());
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private static Answer confirm(Calls person, String code) {
    return person.post("me/mail/confirmation", "{\"code\":\"%s\"}".formatted(code));
  }

  private static Answer put(Calls person, String path, String json) {
    return person.send("PUT", path, json.getBytes(), List.of("Content-Type", "application/json"));
  }

  private static List<MimeMessage> to(String address) {
    return Arrays.stream(SMTP.getReceivedMessages())
        .filter(mail -> {
          try {
            return mail.getAllRecipients()[0].toString().equals(address);
          } catch (MessagingException e) {
            throw new IllegalStateException(e);
          }
        })
        .toList();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port for mail", e);
    }
  }
}

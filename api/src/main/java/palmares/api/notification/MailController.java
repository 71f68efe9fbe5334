package palmares.api.notification;

import static io.micronaut.http.HttpStatus.CONFLICT;
import static io.micronaut.http.HttpStatus.TOO_MANY_REQUESTS;
import static io.micronaut.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Status;
import java.time.Duration;
import java.util.List;
import palmares.api.identity.Access;
import palmares.api.identity.Caller;
import palmares.api.identity.Callers;
import palmares.api.notification.MailAddresses.Result;
import palmares.api.problem.Refused;
import palmares.contract.notification.MailApi;
import palmares.contract.notification.Notifications.Mail;
import palmares.contract.notification.Notifications.MailAddress;
import palmares.contract.notification.Notifications.MailCode;
import palmares.contract.notification.Notifications.MailEvents;

/// What the caller gets by mail.
@Controller("/api/v1")
class MailController implements MailApi {

  private final Callers callers;
  private final MailAddresses addresses;

  MailController(Callers callers, MailAddresses addresses) {
    this.callers = callers;
    this.addresses = addresses;
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  public Mail mail() {
    var row = addresses.of(callers.person());
    return row == null
        ? new Mail(addresses.isOn(), null, false, List.of())
        : new Mail(addresses.isOn(), row.address(), row.confirmed(), row.events());
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  public Mail setMailAddress(MailAddress address) {
    var person = present();
    var flaw = MailAddresses.flaw(address.address());
    if (flaw != null) {
      throw Refused.badRequest("address: " + flaw + ".");
    }
    return after(addresses.set(person, address.address()));
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  public Mail confirmMailAddress(MailCode code) {
    return after(addresses.confirm(present(), code.code()));
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  public Mail setMailEvents(MailEvents events) {
    var person = present();
    return after(addresses.setEvents(person, WebhookController.events(events.events())));
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  @Status(HttpStatus.NO_CONTENT)
  public void removeMailAddress() {
    addresses.remove(present());
  }

  private Caller.Person present() {
    var person = callers.person();
    if (!person.isPresent()) {
      throw Refused.forbidden("Mail is changed only by who has signed in, not by a token.");
    }
    return person;
  }

  private Mail after(Result result) {
    return switch (result) {
      case Result.Done() -> mail();
      case Result.NoMail() ->
          throw Refused.because(
              CONFLICT, "This platform sends no mail: its operator has not set up a mail server.");
      case Result.NoAddress() -> throw Refused.because(CONFLICT, "Give an address first.");
      case Result.WrongCode() ->
          throw Refused.because(
              UNPROCESSABLE_ENTITY,
              "The code is wrong or no longer good. After five wrong ones, ask for another.");
      case Result.TooMany() ->
          throw Refused.later(
              "too-many-codes",
              TOO_MANY_REQUESTS,
              "Too many codes were asked for within a day; try again tomorrow.",
              Duration.ofDays(1));
    };
  }
}

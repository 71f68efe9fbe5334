package palmares.contract.notification;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import palmares.contract.notification.Notifications.Mail;
import palmares.contract.notification.Notifications.MailAddress;
import palmares.contract.notification.Notifications.MailCode;
import palmares.contract.notification.Notifications.MailEvents;

/// What the caller gets by mail.
public interface MailApi {

  @Get("/me/mail")
  Mail mail();

  /// Takes an address and sends a code there, which has to come back before anything else is sent.
  @Put("/me/mail")
  Mail setMailAddress(@Body MailAddress address);

  @Post("/me/mail/confirmation")
  Mail confirmMailAddress(@Body MailCode code);

  @Put("/me/mail/events")
  Mail setMailEvents(@Body MailEvents events);

  @Delete("/me/mail")
  void removeMailAddress();
}

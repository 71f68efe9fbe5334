/// What is told to people and programs outside: webhooks, mail addresses, and the messages that are
/// on their way to them.
@NullMarked
package palmares.db.notification;

import org.jspecify.annotations.NullMarked;

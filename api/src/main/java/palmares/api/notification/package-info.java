/// Tells people and programs outside what happened: signed webhooks and mail, from an outbox that
/// loses nothing.
@NullMarked
package palmares.api.notification;

import org.jspecify.annotations.NullMarked;

/// Telling people and programs outside: webhooks of teams and mail to accounts.
@NullMarked
package palmares.contract.notification;

import org.jspecify.annotations.NullMarked;

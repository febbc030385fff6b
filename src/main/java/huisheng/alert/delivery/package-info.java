/** Carries notices to group bots, webhooks and mailboxes, from the outbox of the store. */
@CheckReturnValue
@NullMarked
package huisheng.alert.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

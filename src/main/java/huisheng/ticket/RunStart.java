package huisheng.ticket;

import huisheng.review.Scope;
import org.jspecify.annotations.Nullable;

/**
 * For what a playbook is started: a ticket or an alert that the caller has found.
 *
 * @param about what that is about
 */
public record RunStart(@Nullable Long ticket, @Nullable Long alert, Scope about) {
    public static RunStart of(TicketView ticket) {
        return new RunStart(ticket.id(), null, ticket.scope());
    }
}

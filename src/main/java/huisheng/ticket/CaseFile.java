package huisheng.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt of a problem that was solved. Texts that nobody wrote are empty.
 *
 * @param type for example {@code leak}; procedures are kept by it
 * @param directCause what led to it (直接原因), {@code deeperCause} what let that happen (深层原因)
 * @param whys answers to “why” asked again and again, the first about the problem itself (5-Why)
 * @param measures what was done
 * @param effect what came of it, with its figures
 * @param reviewDue from then on it is taken for stale
 * @param ticket number of the ticket that it comes from; null where it was written by hand
 */
public record CaseFile(
        String type,
        String title,
        String problem,
        Impact impact,
        String directCause,
        String deeperCause,
        List<String> whys,
        String measures,
        String effect,
        Audience audience,
        Instant reviewDue,
        boolean archived,
        @Nullable Long ticket,
        String by) {
    public CaseFile {
        whys = List.copyOf(whys);
    }

    /** Of which nothing is known yet. */
    public static CaseFile blank(String by, Instant reviewDue) {
        return new CaseFile(
                "", "", "", Impact.MIDDLE, "", "", List.of(), "", "", Audience.EVERYONE, reviewDue, false, null, by);
    }

    /** As far as a ticket tells. */
    public static CaseFile of(TicketView view, String by, Instant reviewDue) {
        Ticket ticket = view.ticket();
        String type = ticket.type();
        String plan = ticket.work().plan();
        Verification verification = ticket.verification();
        return new CaseFile(
                type == null ? "" : type,
                ticket.title(),
                ticket.problem(),
                ticket.level() == 1 ? Impact.HIGH : ticket.level() == 2 ? Impact.MIDDLE : Impact.LOW,
                "",
                "",
                List.of(),
                plan == null ? "" : plan,
                verification == null ? "" : verification.says(),
                Audience.EVERYONE,
                reviewDue,
                false,
                view.id(),
                by);
    }

    CaseFile putAway() {
        return new CaseFile(
                type,
                title,
                problem,
                impact,
                directCause,
                deeperCause,
                whys,
                measures,
                effect,
                audience,
                reviewDue,
                true,
                ticket,
                by);
    }

    /** Everything in it that is searched. */
    String text() {
        return String.join(" ", title, problem, directCause, deeperCause, measures, effect);
    }
}

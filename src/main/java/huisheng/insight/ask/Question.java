package huisheng.insight.ask;

import huisheng.index.ReviewSnapshot;
import huisheng.review.Period;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One question that can be put to the reviews. Stateless. */
public interface Question {
    /** Its name on the wire, for example {@code rising-words}. */
    String name();

    /** What it answers, as a person would ask it. */
    Wording asks();

    /** What it can be told besides the filter. */
    List<Parameter<?>> parameters();

    /** Parameters, those of the filter included, of a call that makes sense with the demo data. */
    Map<String, String> example();

    /** The period that is asked about where none is named: this long, up to now. */
    default Duration window() {
        return Duration.ofDays(30);
    }

    /** The same where it depends on what the question was told. */
    default Duration window(Map<String, String> given) {
        return window();
    }

    /** Whether a report asks it without being told to: false where it needs more than a period. */
    default boolean reported() {
        return true;
    }

    /** What it is asked about in a report of a period. */
    default Period reportedOver(Period period) {
        return period;
    }

    /**
     * Blocks.
     *
     * @throws huisheng.review.Fault where it cannot be answered as it was put
     */
    Answer answer(Asked asked, ReviewSnapshot now) throws IOException;
}

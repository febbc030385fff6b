package huisheng.alert.watch;

import huisheng.alert.Candidate;
import huisheng.alert.Proof;
import huisheng.index.Quote;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Wording;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what an evaluation has found together. */
final class Found {
    private final Looking looking;
    private final String value;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    Found(Looking looking, String value) {
        this.looking = looking;
        this.value = value;
    }

    Found figure(String name, @Nullable Object figure) {
        if (figure != null) figures.put(name, figure);
        return this;
    }

    /** Whether its group has an alert already. */
    boolean isKnown() {
        return looking.known().test(group());
    }

    Candidate candidate(Instant since, long n, Wording text, @Nullable Wording cause, Evidence evidence) {
        return new Candidate(
                looking.active(),
                group(),
                looking.about(value),
                looking.where(value),
                since,
                title(),
                text,
                cause,
                null,
                n,
                figures,
                evidence.quotes().stream().map(Found::proof).toList(),
                evidence.link(),
                null,
                0);
    }

    private String group() {
        var each = looking.rule().each();
        return each == null ? "" : each.key() + "=" + value;
    }

    private Wording title() {
        Wording name = looking.rule().name();
        if (value.isEmpty()) return name;
        return new Wording(name.zh() + "：" + value, name.en() + ": " + value);
    }

    private static Proof proof(Quote quote) {
        return new Proof(quote.id(), quote.start(), quote.end());
    }
}

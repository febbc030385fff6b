package huisheng.alert.watch;

import huisheng.alert.Candidate;
import huisheng.alert.rule.RisingWord;
import huisheng.insight.Beginnings;
import huisheng.insight.RisingWords;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Baseline;
import huisheng.insight.ask.Wording;
import huisheng.review.Labelled;
import huisheng.review.Period;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Words said more than before, as the insight finds them, the surest ones alone. */
record RisingWordWatch(Looking looking, RisingWord when) {
    private static final RisingWords QUESTION = new RisingWords();
    private static final String MOST = "3";

    List<Candidate> look() throws IOException {
        Period window = looking.window(when.window());
        List<Candidate> found = new ArrayList<>();
        Map<String, Long> sizes = new TreeMap<>(looking.sizes(looking.all(window)));
        for (Map.Entry<String, Long> size : sizes.entrySet()) {
            if (size.getValue() < when.minimum()) continue;
            List<RisingWords.Word> words =
                    ask(size.getKey(), window).stream().filter(this::isSure).toList();
            if (!words.isEmpty()) found.add(candidate(size.getKey(), words, window, size.getValue()));
        }
        return found;
    }

    private List<RisingWords.Word> ask(String value, Period window) throws IOException {
        Period before = looking.before(when.window(), when.baseline());
        Map<String, String> given = Map.of(
                "of",
                ((Labelled) when.of()).label(),
                "limit",
                MOST,
                Baseline.FROM,
                before.from().toString(),
                Baseline.UNTIL,
                before.until().toString());
        Asked asked = new Asked(looking.of(value, window), given, looking.aspectName());
        return QUESTION.answer(asked, looking.now()).rising();
    }

    private boolean isSure(RisingWords.Word word) {
        return word.n() >= when.minimum() && word.q() <= when.q() && word.ratio() >= when.ratio();
    }

    private Candidate candidate(String value, List<RisingWords.Word> words, Period window, long reviews) {
        RisingWords.Word first = words.getFirst();
        StringJoiner zh = new StringJoiner("，");
        StringJoiner en = new StringJoiner(", ");
        for (RisingWords.Word word : words) {
            String range = percent(word.baselineShare().value()) + " → "
                    + percent(word.share().value());
            zh.add("“" + word.word() + "” " + range + "（" + word.n() + " 条）");
            en.add("\"" + word.word() + "\" " + range + " (n = " + word.n() + ")");
        }
        Beginnings.Began began = first.began();
        Instant since = began == null ? window.from() : began.start();
        Found found = new Found(looking, value)
                .figure("words", words.stream().map(RisingWords.Word::word).toList())
                .figure("share", first.share().value())
                .figure("baseline", first.baselineShare().value())
                .figure("ratio", first.ratio())
                .figure("q", first.q());
        Wording text = new Wording("说得更多：" + zh + "。", "Said more: " + en + ".");
        return found.candidate(since, reviews, text, null, first.evidence());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}

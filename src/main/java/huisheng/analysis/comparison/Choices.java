package huisheng.analysis.comparison;

import huisheng.analysis.label.LabelScores.Stretch;
import huisheng.review.Outcome;
import huisheng.review.Polarity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 宁可去 Y, 还是 Y 靠谱, 与其买 Y 不如买这个, 从 Y 换过来, 以前用 Y 现在用这个: one is taken, the other left. */
final class Choices {
    static final Form RATHER = Form.of("宁早如还", "(?:宁可|宁愿|早知道|还?不如|还是)(?:直接|[去再多加添花点一两几百千钱块买用选喝吃换上找])+");
    static final Form AFTER_ALL = Form.of("还", "(?:果然|到底|终究)?还是(?!觉得|比较|有|很|挺|不|会|要|得|没|那么|能|可以|在|想)");
    static final Form EITHER = Form.of(
            "与", "与其(?:去|买|用|选|喝|吃|花钱买)*(.{2,12}?)[，, ]?(?:倒|还|真)?不如" + "(?:直接|去|买|用|选|喝|吃|加点?钱|多花点?钱|上)*(.{2,12})$");
    static final Form FROM = Form.of("从", "从([^，。！？；这它]{2,10}?)(?:换|转|跳|升级|改)(?:过来|到|成|来|用)");
    private static final Pattern NOW = Pattern.compile("这(?:个|款|家|台|次|回|瓶|双|支|车|酒|种)|现在|换|就数|没这|它");
    private static final int LONGEST_NAME = 8;

    private final Predicates predicates;

    Choices(Predicates predicates) {
        this.predicates = predicates;
    }

    void find(Reading reading) {
        Matcher either = reading.first(EITHER);
        Matcher rather = either == null ? reading.first(RATHER) : null;
        Matcher afterAll = either == null && rather == null ? reading.first(AFTER_ALL) : null;
        if (either != null) {
            boolean own = Names.isOwn(either.group(2));
            int left = own ? 1 : 2;
            reading.rival(either.start(left), either.end(left), own ? Outcome.WIN : Outcome.LOSE, null);
        } else if (rather != null) {
            int end = reading.clause().end();
            if (!reading.isOwn(rather.end(), end)) reading.rival(rather.end(), end, Outcome.LOSE, null);
        } else if (afterAll != null) {
            afterAll(reading, afterAll.end());
        }
        if (reading.found().isEmpty()) left(reading);
    }

    private void afterAll(Reading reading, int from) {
        int reach = Math.min(reading.clause().end(), from + LONGEST_NAME);
        Named named = Named.from(reading, from, reach, predicates);
        if (named == null || named.polarity() != Polarity.POSITIVE || reading.isOwn(from, named.end())) return;
        if (!predicates.isAboutTopic(reading.text(), from, named.end()))
            reading.rival(from, named.end(), Outcome.LOSE, null);
    }

    /** How the product fares against what it took the place of, the rest of the text tells. */
    private static void left(Reading reading) {
        Matcher from = reading.first(FROM);
        if (from != null) {
            reading.rival(from.start(1), from.end(1), null, null);
            return;
        }
        String text = reading.text();
        Matcher used = reading.first(Subjects.USED);
        if (used == null || !NOW.matcher(text).region(used.end(), text.length()).find()) return;
        reading.rival(used.start(1), used.end(1), null, new Stretch(used.end(), text.length()));
    }
}

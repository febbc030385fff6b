package huisheng.insight;

import huisheng.insight.ask.Asked;
import huisheng.review.Selection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who turns from us to a rival or the other way, by what reviews about us say that name the rival: an intent to leave, or
 * words of changing over. What rivals' own reviews say is not looked at, and who leaves in words that are not listed here
 * is missed: the counts are a lower bound, made to be compared with those of another period.
 */
final class Switching {
    private static final List<String> AWAY = List.of("转投", "投奔", "换过去", "转过去");
    private static final List<String> AWAY_TO =
            List.of("换成", "换回", "改买", "改喝", "改用", "下次买", "以后买", "去买", "switched to ", "switch to ");
    private static final List<String> STAYING = List.of("没换", "没有换", "不换", "不会换", "没转", "换过来");
    private static final List<String> HERE = List.of("换过来", "转过来", "投奔过来");
    private static final List<String> HERE_FROM =
            List.of("以前喝", "之前喝", "以前一直喝", "之前一直喝", "以前用", "之前用", "以前买", "之前买", "告别", "switched from ");

    private Switching() {}

    /** Reviews that tell of leaving for the rival. */
    static Selection to(Selection ours, String rival) {
        String leaving = any(Stream.concat(Stream.of("intent:churn"), phrases(AWAY, AWAY_TO, rival)));
        String staying = any(STAYING.stream().map(words -> '"' + words + '"'));
        return Asked.and(ours, RivalNames.phrase("", rival) + " AND " + leaving + " AND NOT " + staying);
    }

    /** Reviews that tell of coming from the rival. */
    static Selection from(Selection ours, String rival) {
        return Asked.and(ours, RivalNames.phrase("", rival) + " AND " + any(phrases(HERE, HERE_FROM, rival)));
    }

    private static Stream<String> phrases(List<String> alone, List<String> beforeName, String rival) {
        return Stream.concat(
                alone.stream().map(words -> '"' + words + '"'),
                beforeName.stream().map(words -> RivalNames.phrase(words, rival)));
    }

    private static String any(Stream<String> terms) {
        return terms.collect(Collectors.joining(" OR ", "(", ")"));
    }
}

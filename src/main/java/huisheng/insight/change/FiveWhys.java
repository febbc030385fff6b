package huisheng.insight.change;

import huisheng.insight.ask.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The skeleton of a 5-Why analysis, filled as far as figures go: where, about what, in which words, why not elsewhere,
 * what the places share. What no figure supports isn't asked; what data can't say is left open for a person.
 */
public final class FiveWhys {
    private static final int MAX_ASPECTS = 3;
    private static final int MAX_OPINIONS = 3;
    private final CauseText text;

    public FiveWhys(CauseText text) {
        this.text = text;
    }

    /**
     * @param level 1 to 5, without gaps
     * @param answer what the data say
     * @param evidence what the answer rests on: {@code cause:1}, {@code shift:1}, {@code change}, {@code aspect:…},
     *     {@code opinion:…}, {@code rest}, {@code causes:1+2}; numbers count from 1 in the explanation's lists
     * @param open what the data can't say and a person must find out
     */
    public record Why(int level, Wording question, Wording answer, String evidence, Wording open) {}

    /**
     * A typical opinion among the hits of window B.
     *
     * @param aspect the {@link Contributor#name} it belongs to
     * @param n hits that say so
     */
    public record Typical(String aspect, String opinion, long n) {}

    /** @param aspects as {@link Contributors} found them; {@code opinions} most frequent first */
    public List<Why> ask(Explanation explanation, List<Contributor> aspects, List<Typical> opinions) {
        Change change = explanation.change();
        List<Why> whys = new ArrayList<>();
        if (change == null || (!change.significant() && explanation.causes().isEmpty())) return whys;
        where(whys, explanation, change);
        List<Contributor> more = aspects.stream()
                .filter(aspect -> aspect.additional() > 0)
                .limit(MAX_ASPECTS)
                .toList();
        if (!more.isEmpty()) {
            about(whys, more);
            words(whys, more.getFirst(), opinions);
        }
        if (!explanation.causes().isEmpty()) elsewhere(whys, explanation);
        shared(whys, explanation.causes());
        return whys;
    }

    private void where(List<Why> whys, Explanation explanation, Change change) {
        Wording verb = CauseText.verb(explanation.measure(), change.difference());
        boolean up = change.difference() > 0;
        Wording measure = text.measure();
        Wording question = change.significant()
                ? new Wording(
                        measure.zh() + "为什么" + verb.zh() + "？",
                        "Why did the " + measure.en() + (up ? " rise?" : " fall?"))
                : new Wording(measure.zh() + "在哪里变了？", "Where did the " + measure.en() + " change?");
        String evidence = "change";
        if (!explanation.causes().isEmpty()) evidence = "cause:1";
        else if (!explanation.shifts().isEmpty()) evidence = "shift:1";
        Wording open = new Wording(
                "两个时段之间那里改了什么（批次、包装、承运、价格、活动），数据里没有，要问负责人。",
                "What was changed there between the windows (batch, packaging, carrier, price, campaign) isn't in the data:"
                        + " ask who is in charge.");
        add(whys, question, text.tell(explanation), evidence, open);
    }

    private void about(List<Why> whys, List<Contributor> aspects) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Contributor aspect : aspects) {
            Wording name = text.aspect(aspect.name());
            String hits = Figures.count((double) aspect.hitsB());
            String expected = Figures.count(aspect.expectedB());
            zh.add(name.zh() + " " + hits + " 条（按原来的比例应为 " + expected + " 条）");
            en.add(name.en() + " " + hits + " times (" + expected + " at the former rate)");
        }
        Wording first = text.aspect(aspects.getFirst().name());
        add(
                whys,
                new Wording("那里的评价为什么变了？", "Why did the reviews there change?"),
                new Wording("提到得更多的是：" + String.join("，", zh) + "。", "Mentioned more: " + String.join(", ", en) + "."),
                "aspect:" + aspects.getFirst().name(),
                new Wording(
                        first.zh() + " 是真的多了，还是说的人多了？要核对实物或记录。",
                        "Is there more of " + first.en()
                                + ", or is it only talked about more? Check the goods or the records."));
    }

    private void words(List<Why> whys, Contributor aspect, List<Typical> opinions) {
        List<Typical> own = opinions.stream()
                .filter(opinion -> opinion.aspect().equals(aspect.name()) && opinion.n() > 0)
                .limit(MAX_OPINIONS)
                .toList();
        if (own.isEmpty()) return;
        Wording name = text.aspect(aspect.name());
        List<String> zh = own.stream()
                .map(each -> "“" + each.opinion() + "”（" + each.n() + " 条）")
                .toList();
        List<String> en = own.stream()
                .map(each -> "“" + each.opinion() + "” (" + each.n() + ")")
                .toList();
        String first = own.getFirst().opinion();
        add(
                whys,
                new Wording("为什么说到 " + name.zh() + "？", "Why is " + name.en() + " mentioned?"),
                new Wording("他们写的是：" + String.join("、", zh) + "。", "They write: " + String.join(", ", en) + "."),
                "opinion:" + aspect.name() + ":" + first,
                new Wording(
                        "“" + first + "”出自哪一道工序、哪一批？要到现场查。",
                        "Which step or batch does “" + first + "” come from? Look on site."));
    }

    private void elsewhere(List<Why> whys, Explanation explanation) {
        Cause cause = explanation.causes().getFirst();
        Figures figures = new Figures(explanation.measure());
        Wording where = text.where(cause);
        String expected = figures.value(cause.expectedB());
        String actual = figures.value(cause.measureB());
        add(
                whys,
                new Wording("为什么是 " + where.zh() + "，而不是别处？", "Why " + where.en() + " and not elsewhere?"),
                new Wording(
                        "若与其余同样变化，那里应为 " + expected + "，实际是 " + actual + "。",
                        "Had it changed like the rest, it would be " + expected + " there; it is " + actual + "."),
                "rest",
                new Wording(
                        "那里与别处有什么不同（仓库、批次、经销商、承运）？", "What is different there (warehouse, batch, dealer, carrier)?"));
    }

    private void shared(List<Why> whys, List<Cause> causes) {
        if (causes.size() < 2) return;
        for (Map.Entry<String, String> condition : causes.get(0).conditions().entrySet()) {
            if (!condition.getValue().equals(causes.get(1).conditions().get(condition.getKey()))) continue;
            Wording name = text.value(condition.getKey(), condition.getValue());
            Wording one = text.where(causes.get(0));
            Wording two = text.where(causes.get(1));
            add(
                    whys,
                    new Wording("几处是同一个根源吗？", "Is it one root?"),
                    new Wording(
                            one.zh() + " 与 " + two.zh() + " 同有 " + name.zh() + "。",
                            one.en() + " and " + two.en() + " share " + name.en() + "."),
                    "causes:1+2",
                    new Wording(
                            name.zh() + " 的问题为什么没有在出厂或上线之前被发现？",
                            "Why wasn't the trouble with " + name.en() + " found before it went out?"));
            return;
        }
    }

    private static void add(List<Why> whys, Wording question, Wording answer, String evidence, Wording open) {
        whys.add(new Why(whys.size() + 1, question, answer, evidence, open));
    }
}

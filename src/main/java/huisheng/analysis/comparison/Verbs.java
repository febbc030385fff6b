package huisheng.analysis.comparison;

import huisheng.analysis.label.LabelScores.Stretch;
import huisheng.review.Outcome;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 完胜 Y, 输给 Y, 不亚于 Y, 连 Y 都不如: the word before or behind the name tells the outcome. */
final class Verbs {
    static final Form AS_GOOD = Form.of("比媲输于赶逼近", "堪比|媲美|比肩|不输给?|不亚于|不逊色?于|不弱于|不差于|不次于|赶得上|比得上|比得过|相当于|直逼|接近");
    static final Form OUTDOES = Form.of("胜打杀碾过于翻甩", "完胜|吊打|秒杀|碾压|胜过|好过|强过|赛过|优于|强于|好于|胜于|打败|干翻|甩(?:开|了|掉)?");
    static final Form OUTDONE = Form.of("输于敌", "输给了?|逊色?于|不敌|劣于|差于|弱于|落后于");
    static final Form EXCEEDS = Form.of("超于", "超过|超越|高于|大于|多于|长于|快于|低于|小于|少于|短于|慢于");
    private static final Pattern BY_HOW_MUCH =
            Pattern.compile("好?[几一两二三四五六七八九十]+条街|[一好]?(?:大截|截|几倍|倍)|很多|太多|十万八千里|的?(?:水平|水准|程度)");
    static final Form EVEN = Form.of("连", "连([^，。！？；]{2,12}?)(?:都|也)(?:不如|比不上|赶不上|比不过|及不上)");

    private Verbs() {}

    static void find(Reading reading) {
        find(reading, AS_GOOD, Outcome.TIE);
        find(reading, OUTDONE, Outcome.LOSE);
        find(reading, OUTDOES, Outcome.WIN);
        if (Besides.isLikely(reading)) find(reading, EXCEEDS, null);
        Matcher even = reading.found().isEmpty() ? reading.first(EVEN) : null;
        if (even != null) reading.rival(even.start(1), even.end(1), Outcome.LOSE, null);
    }

    private static void find(Reading reading, Form verb, @Nullable Outcome outcome) {
        Matcher marker = reading.first(verb);
        if (marker == null) return;
        do {
            String before = reading.text().substring(reading.clause().start(), marker.start());
            if (before.contains("被")) continue;
            int end = reading.reach(marker.end());
            Matcher measure = BY_HOW_MUCH.matcher(reading.text()).region(marker.end(), end);
            if (measure.find()) end = measure.start();
            Stretch judged = new Stretch(reading.clause().start(), marker.end());
            reading.comparedWith(marker.start(), marker.end(), end, outcome, judged);
        } while (marker.find());
    }
}

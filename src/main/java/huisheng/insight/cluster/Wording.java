package huisheng.insight.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a short text into runs that carry content: what frames a wish and what only ties words is left out. */
final class Wording {
    private static final int LONGEST = 4;

    /** A wish's frame, and words that any sentence may hold. */
    private static final Set<String> FRAME = words("""
            希望 期待 建议 能不能 可不可以 可以 能否 要是 如果 就好了 好了 想要 盼着 盼望 期盼 最好 麻烦 有没有 什么时候
            怎么 为什么 是不是 不知道 老是 总是 每次 还是 还得 还要 只能 根本 已经 出来 起来 下来 上去 一点 一个 一下
            一下子 有点 特别 非常 实在 真的 完全 什么 自己 时候 这个 那个 现在 不了 增加 改进 推出 完美 不然 其他 东西
            不能 不会 不要 不到 能够 支持 提供 够不着 求求 应该 觉得 感觉 但是 而且 因为 所以 如何 多好 行不行 好不好
            希望能 建议能 要是能 如果能 期望 可否 就更好了 就更好 更好了 就完美了 出个 出一款 出一个 来个 来一款 加个 送个 配个 搞个 弄个 多么 比较 一些 有些 还有 没有 不是 就是 都是 也是 还是 这么 那么 这种 那种 一直 经常 以后
            wish hope please would could should the and for with""");

    /** Characters that carry no content alone; a pair of one of them and a content character counts little. */
    private static final Set<String> LIGHT = characters("总老还太很都也就又再才更最不没别的了是在我你他她它们给把被让和跟与或吧吗呢啊呀得地着过要想能会可去来到对从向用有这那个些点几"
            + "多少一两三二十半每次请为上下里中外后前时出做加买好大小行全只像似样比而且但因所以之其该将已于求改换送带配放弄打拿当连干够");

    /** Of the light ones those that neither begin nor end a word of a label; 小, 大 and 外 may. */
    private static final Set<String> FUNCTION = characters(
            "总老还很太都也就又再才更别的了是在我你他她它们给把被让和跟与或吧吗呢啊呀得地着过要想能会可去来到对从向用有这那个些点几" + "请为时像似比而且但因所以之其该将已于求当连没不做拿弄一二两三十每多少");

    private static final String SAYING = "小大外";
    private static final String FINAL = "呢吗吧啊呀嘛啦哦哈";
    /** Those of the frames that say no more than that something is wished for; 没有 or 不了 is what a complaint says. */
    private static final Set<String> WISH = words("""
            希望 期待 期望 建议 能不能 可不可以 可否 能否 要是 如果 就好了 好了 想要 盼着 盼望 期盼 最好 麻烦 什么时候 希望能 建议能
            要是能 如果能 就更好了 就更好 更好了 就完美了 求求 please wish hope""");

    private Wording() {}

    static boolean isFrame(String word) {
        return FRAME.contains(word);
    }

    static boolean isLight(char character) {
        return LIGHT.contains(String.valueOf(character));
    }

    /** Makes a noun of another word; alone it says nothing. */
    static boolean isSuffix(char character) {
        return character == '子' || character == '儿';
    }

    /** Whether a word can stand in a label: content, no frame, no particle at an end. */
    static boolean isTelling(String word) {
        return !word.isEmpty()
                && !isFrame(word)
                && !FUNCTION.contains(word.substring(0, 1))
                && !FUNCTION.contains(word.substring(word.length() - 1))
                && !word.chars().allMatch(c -> isLight((char) c) || isSuffix((char) c))
                && word.chars().noneMatch(Character::isWhitespace);
    }

    /** Runs of Han characters, and Latin words or numbers in lower case, between frame words and marks. */
    static List<String> runs(String text) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int frame = frameAt(text, at);
            char c = text.charAt(at);
            if (frame > 0 || !Character.isLetterOrDigit(c)) {
                flush(run, runs);
                at += Math.max(1, frame);
                continue;
            }
            if (!run.isEmpty() && isHan(c) != isHan(run.charAt(run.length() - 1))) flush(run, runs);
            run.append(Character.toLowerCase(c));
            at++;
        }
        flush(run, runs);
        return runs;
    }

    /** The clause without the frame of a wish and particles at its ends; all else stays as it was said. */
    static String unframed(String clause) {
        int from = 0;
        while (from < clause.length() && wishAt(clause, from) > 0) from += wishAt(clause, from);
        int until = clause.length();
        while (until > from && FINAL.indexOf(clause.charAt(until - 1)) >= 0) until--;
        String rest = clause.substring(from, until);
        for (int length = Math.min(LONGEST, rest.length()); length > 1; length--) {
            int end = rest.length() - length;
            if (WISH.contains(rest.substring(end))) return rest.substring(0, end);
        }
        return rest;
    }

    private static int wishAt(String clause, int at) {
        int length = frameAt(clause, at);
        return length > 0 && WISH.contains(clause.substring(at, at + length).toLowerCase(java.util.Locale.ROOT))
                ? length
                : 0;
    }

    /** The characters of content, of each run without the light verb that it begins with: 酒杯 of 送个酒杯. */
    static String core(String text) {
        StringBuilder core = new StringBuilder();
        for (String run : runs(text)) {
            int from = 0;
            while (from < run.length() && isTie(run.charAt(from))) from++;
            for (int i = from; i < run.length(); i++) {
                if (!FUNCTION.contains(String.valueOf(run.charAt(i)))) core.append(run.charAt(i));
            }
        }
        return core.toString();
    }

    /** 小, 大 and 外 say something at the start too: 小瓶. */
    private static boolean isTie(char character) {
        return isLight(character) && SAYING.indexOf(character) < 0;
    }

    static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    /** @return length of the longest frame word here, 0 for none */
    private static int frameAt(String text, int at) {
        if (!isHan(text.charAt(at))) return latinFrameAt(text, at);
        for (int length = Math.min(LONGEST, text.length() - at); length > 1; length--) {
            if (FRAME.contains(text.substring(at, at + length))) return length;
        }
        return 0;
    }

    private static int latinFrameAt(String text, int at) {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) return 0;
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end)) && !isHan(text.charAt(end))) end++;
        return FRAME.contains(text.substring(at, end).toLowerCase(java.util.Locale.ROOT)) ? end - at : 0;
    }

    private static void flush(StringBuilder run, List<String> runs) {
        if (!run.isEmpty()) runs.add(run.toString());
        run.setLength(0);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split("\\s+")));
    }

    private static Set<String> characters(String text) {
        return Set.copyOf(text.chars().mapToObj(Character::toString).toList());
    }
}

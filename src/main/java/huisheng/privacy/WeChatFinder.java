package huisheng.privacy;

import huisheng.review.PiiType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The account after a word for WeChat; the word itself stays. */
final class WeChatFinder implements Finder {
    private static final int SHORTEST = 5;
    private static final Pattern NAMED = Pattern.compile("(?i)"
            + "(?<cue>企业?微信|微信|薇信|徽信|葳信|威信号|卫星号|微❤|薇❤|v信|v❤|绿泡泡|(?<![A-Za-z0-9])(?:vx|wx|wechat|weixin|v[ -]x)|[+加][ ]?(?:[微薇卫威]信?|v)"
            + "|[薇微](?=[:：])|(?<![A-Za-z0-9])v(?=[:：]))"
            + "(?<filler>(?:账号|帐号|号码|号|id|联系|加我|加一下|搜索|搜|找我|咨询|客服|同号|我|您?加|是|为|小号|群主|[ :=>→~\"“”'()\\[\\]【】、-]){0,6}+)"
            + "(?<account>[A-Za-z][A-Za-z0-9_-]{4,29}|[0-9]{6,12}(?![0-9]))");
    private static final Pattern BARE = Pattern.compile("(?<![A-Za-z0-9_])wxid_[A-Za-z0-9]{5,24}");
    /** Words that stand after "WeChat" without being an account. */
    private static final Pattern WORD = Pattern.compile(
            "(?:wechat|weixin|android|iphone|ipad|windows|ios|applet|mini|pay|http|www|emoji|group)" + ".*");

    @Override
    public void find(String folded, Spans spans) {
        if (!Chars.hasRun(folded, SHORTEST)) return;
        Matcher bare = BARE.matcher(folded);
        while (bare.find()) spans.add(PiiType.WECHAT, bare.start(), bare.end());
        Matcher named = NAMED.matcher(folded);
        while (named.find()) {
            if (isAccount(named)) spans.add(PiiType.WECHAT, named.start("account"), end(folded, named));
        }
    }

    private static int end(String text, Matcher named) {
        int end = named.end("account");
        while (!Chars.isAlnum(text.charAt(end - 1))) end--;
        return end;
    }

    private static boolean isAccount(Matcher named) {
        String account = named.group("account").toLowerCase(Locale.ROOT);
        if (WORD.matcher(account).matches()) return false;
        boolean apart = named.end("filler") > named.start("filler");
        if (Chars.isDigit(account.charAt(0)))
            return apart || !Chars.isLetter(named.group("cue").charAt(0));
        return apart || account.chars().anyMatch(c -> !Chars.isLetter((char) c));
    }
}

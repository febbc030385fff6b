package huisheng.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every connector there is, by channel name. */
public final class Connectors {
    public static final Connector CANONICAL = new Canonical();
    private static final Map<String, Connector> BY_CHANNEL = new TreeMap<>();

    static {
        List<Connector> all = List.of(
                CANONICAL,
                new Taobao("taobao"),
                new Taobao("tmall"),
                new Jd(),
                new Pinduoduo(),
                new WeChatMiniProgram(),
                new Weibo(),
                new SocialExport("social"),
                new SocialExport("xiaohongshu"),
                new SocialExport("douyin"),
                new SocialExport("bilibili"),
                new SocialExport("kuaishou"),
                new Shopify(),
                new JudgeMe(),
                new ReviewFeed(),
                new Dianping(),
                new StoreBox("store"),
                new StoreBox("hotline"),
                new StoreBox("survey"));
        for (Connector connector : all) BY_CHANNEL.put(connector.channel(), connector);
    }

    private Connectors() {}

    public static Optional<Connector> of(String channel) {
        return Optional.ofNullable(BY_CHANNEL.get(channel));
    }

    /** Names in alphabetical order. */
    public static List<String> channels() {
        return List.copyOf(BY_CHANNEL.keySet());
    }
}

package huisheng.analysis.text;

import java.util.Set;

/** Words that a review says whatever it is about. */
final class Stopwords {
    static final Set<String> ALL = Set.of(("的 了 是 在 我 你 他 她 它 我们 你们 他们 自己 这 那 这个 那个 这些 那些 这样 那样 这么 那么 这里 那里"
                    + " 什么 怎么 怎么样 为什么 哪里 哪个 多少 几个 一个 一些 一下 一点 有点 有些 一直 一定 一般 一样 一次 个人 大家 人家 别人"
                    + " 东西 时候 时间 今天 昨天 明天 现在 以后 之后 以前 之前 然后 后来 最后 开始 结果 还是 还有 就是 但是 不过 可是 而且 因为 所以"
                    + " 如果 虽然 或者 以及 并且 只是 只有 只能 已经 正在 刚刚 刚才 马上 经常 总是 真的 真是 确实 实在 其实 可能 应该 可以 能够 能"
                    + " 会 要 想 说 看 看到 看看 知道 觉得 感觉 认为 希望 没有 没 不是 不会 不能 不要 没什么 起来 下来 出来 进去 上去 过来 过去"
                    + " 买 买的 买了 购买 收到 收 用 使用 给 给我 让 把 被 对 对于 关于 从 到 去 来 做 弄 打 拿 放 问题 方面 情况 地方 部分"
                    + " 样子 种 次 件 个 只 瓶 箱 元 块 有 有的 没得 很多 许多 不少 所有 全部 整个 每个 每次 其他 别的 另外 总之 总体 整体"
                    + " 的话 来说 说是 是不是 有没有 会不会 能不能 京东 淘宝 天猫 拼多多 亲 朋友 老公 老婆 孩子 妈妈 爸爸"
                    + " the and for with this that was were are you have has had not but very it its is of to in on at my so as be or an"
                    + " a i we they them our your from will would can could just really too also all one get got did do does than then")
            .split(" "));

    private Stopwords() {}
}

package huisheng.ticket;

import huisheng.review.Labelled;

/** How far a ticket has come (问题登记 – 方案制定 – 责任人 – 验收标准). */
public enum State implements Labelled {
    REGISTERED("已登记", "registered"),
    /** Plan, owner and acceptance criterion are known. */
    PLANNED("已定方案", "planned"),
    IMPLEMENTED("已实施", "implemented"),
    VERIFIED("已验收", "verified"),
    CLOSED("已关闭", "closed"),
    /** It came back; what was planned before is kept. */
    REOPENED("已重开", "reopened"),
    CANCELLED("已取消", "cancelled");

    final String zh;
    final String en;

    State(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    boolean ended() {
        return this == CLOSED || this == CANCELLED;
    }
}

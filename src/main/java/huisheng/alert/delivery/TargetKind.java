package huisheng.alert.delivery;

import huisheng.review.Labelled;

/** What a target is. */
public enum TargetKind implements Labelled {
    WECOM,
    DINGTALK,
    FEISHU,
    WEBHOOK,
    EMAIL;

    Pace pace() {
        return switch (this) {
            case WECOM -> Pace.WECOM;
            case DINGTALK -> Pace.DINGTALK;
            case FEISHU -> Pace.FEISHU;
            case WEBHOOK -> Pace.FREE;
            case EMAIL -> Pace.EMAIL;
        };
    }

    /** Whether people read it, who would rather have one message of many notices than many messages. */
    boolean folds() {
        return this != WEBHOOK;
    }
}

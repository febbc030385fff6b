package huisheng.alert.delivery;

import huisheng.review.Labelled;

/** What a target is. */
public enum TargetKind implements Labelled {
    WECOM(Pace.WECOM, true),
    DINGTALK(Pace.DINGTALK, true),
    FEISHU(Pace.FEISHU, true),
    WEBHOOK(Pace.FREE, false),
    EMAIL(Pace.EMAIL, true);

    private final Pace pace;
    private final boolean folds;

    TargetKind(Pace pace, boolean folds) {
        this.pace = pace;
        this.folds = folds;
    }

    Pace pace() {
        return pace;
    }

    /** Whether people read it, who would rather have one message of many notices than many messages. */
    boolean folds() {
        return folds;
    }
}

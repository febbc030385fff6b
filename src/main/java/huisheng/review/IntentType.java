package huisheng.review;

/** What the writer does with the review. */
public enum IntentType implements Labelled {
    COMPLAINT,
    SUGGESTION,
    INQUIRY,
    PRAISE,
    CHURN,
    REPURCHASE,
    RECOMMEND,
    WARN_OTHERS
}

package huisheng.review;

/** Kinds of personal data. */
public enum PiiType implements Labelled {
    PHONE,
    ORDER,
    ADDRESS,
    WECHAT,
    EMAIL,
    ID_CARD
}

package huisheng.review;

/** Kinds of danger that a review can announce. */
public enum RiskType implements Labelled {
    FOOD_SAFETY,
    HEALTH,
    PRODUCT_SAFETY,
    AUTHENTICITY,
    FALSE_ADVERTISING,
    REGULATOR,
    LEGAL,
    EXPOSURE,
    PLATFORM_COMPLAINT
}

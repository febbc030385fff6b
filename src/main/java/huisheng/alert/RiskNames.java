package huisheng.alert;

import huisheng.review.RiskType;

/** Dangers in Chinese. */
final class RiskNames {
    private RiskNames() {}

    static String zh(RiskType type) {
        return switch (type) {
            case FOOD_SAFETY -> "食品安全";
            case HEALTH -> "健康";
            case PRODUCT_SAFETY -> "产品安全";
            case AUTHENTICITY -> "真伪";
            case FALSE_ADVERTISING -> "虚假宣传";
            case REGULATOR -> "监管投诉";
            case LEGAL -> "法律";
            case EXPOSURE -> "曝光";
            case PLATFORM_COMPLAINT -> "平台投诉";
        };
    }
}

package huisheng.insight;

import huisheng.insight.ask.Asked;
import huisheng.review.Dimension;

/** What values are called in a Chinese sentence; those that are Chinese or names anyway stay as they are. */
final class ValueNames {
    private ValueNames() {}

    static String of(Asked asked, Dimension dimension, String value) {
        return switch (dimension) {
            case ASPECT -> asked.aspectName(value);
            case ASPECT_POLARITY, ASPECT_OPINION -> underAspect(asked, value);
            case RATING -> value + " 星";
            case BUYER, GENDER, KIND, SENTIMENT, INTENT, RISK -> chinese(value);
            default -> value;
        };
    }

    private static String underAspect(Asked asked, String value) {
        int colon = value.indexOf(':');
        if (colon < 0) return value;
        return asked.aspectName(value.substring(0, colon)) + "：" + chinese(value.substring(colon + 1));
    }

    private static String chinese(String value) {
        return switch (value) {
            case "first" -> "首次购买";
            case "repeat" -> "再次购买";
            case "loyal" -> "老客";
            case "female" -> "女";
            case "male" -> "男";
            case "initial" -> "初评";
            case "followup" -> "追评";
            case "edit" -> "改评";
            case "positive" -> "正面";
            case "negative" -> "负面";
            case "neutral" -> "中性";
            case "mixed" -> "褒贬参半";
            case "unscored" -> "未评";
            case "complaint" -> "投诉";
            case "suggestion" -> "建议";
            case "inquiry" -> "咨询";
            case "praise" -> "表扬";
            case "churn" -> "流失";
            case "repurchase" -> "复购";
            case "recommend" -> "推荐";
            case "warn-others" -> "劝退";
            case "food-safety" -> "食品安全";
            case "health" -> "健康";
            case "product-safety" -> "产品安全";
            case "authenticity" -> "真伪";
            case "false-advertising" -> "虚假宣传";
            case "regulator" -> "监管";
            case "legal" -> "法律";
            case "exposure" -> "曝光";
            case "platform-complaint" -> "平台投诉";
            default -> value;
        };
    }
}

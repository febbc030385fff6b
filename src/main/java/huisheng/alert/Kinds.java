package huisheng.alert;

import huisheng.alert.rule.Anomaly;
import huisheng.alert.rule.CompetitorMove;
import huisheng.alert.rule.Condition;
import huisheng.alert.rule.Crisis;
import huisheng.alert.rule.Immediate;
import huisheng.alert.rule.RisingWord;
import huisheng.alert.rule.Threshold;

/** Names of the kinds of conditions, as rules write them. */
final class Kinds {
    private Kinds() {}

    static String of(Condition condition) {
        return switch (condition) {
            case Immediate immediate -> "immediate";
            case Threshold threshold -> "threshold";
            case Anomaly anomaly -> "anomaly";
            case RisingWord rising -> "rising-word";
            case CompetitorMove move -> "competitor";
            case Crisis crisis -> "crisis";
        };
    }
}

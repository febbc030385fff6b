package huisheng.analysis.opinion;

import huisheng.analysis.pack.Cue;
import huisheng.analysis.pack.Operator;
import huisheng.analysis.pack.Target;
import huisheng.review.Polarity;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything one word can be; filled while the dictionary is built, only read afterwards. */
final class Roles {
    @Nullable
    Target target;

    @Nullable
    Cue cue;

    /** Aspect to sign, where the sign depends on the aspect. */
    final Map<String, Polarity> judged = new HashMap<>();

    boolean emoji;

    final Map<Operator, Double> operators = new EnumMap<>(Operator.class);

    boolean is(Operator operator) {
        return operators.containsKey(operator);
    }

    boolean isContent() {
        return target != null || isOpinion();
    }

    boolean isOpinion() {
        return !emoji && (cue != null || !judged.isEmpty());
    }
}

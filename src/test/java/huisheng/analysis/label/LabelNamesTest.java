package huisheng.analysis.label;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.RiskType;
import org.junit.jupiter.api.Test;

class LabelNamesTest {
    @Test
    void of_constant_isPrefixAndLabel() {
        LabelNames<RiskType> names = LabelNames.of("risk:", RiskType.class);
        for (RiskType type : RiskType.values()) assertThat(names.of(type)).isEqualTo("risk:" + type.label());
        assertThat(names.of(RiskType.FOOD_SAFETY)).isEqualTo("risk:food-safety");
    }
}

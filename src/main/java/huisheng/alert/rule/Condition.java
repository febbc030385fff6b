package huisheng.alert.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** When a rule raises an alert. Its kind is told by {@code kind}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Immediate.class, name = "immediate"),
    @JsonSubTypes.Type(value = Threshold.class, name = "threshold"),
    @JsonSubTypes.Type(value = Anomaly.class, name = "anomaly"),
    @JsonSubTypes.Type(value = RisingWord.class, name = "rising-word"),
    @JsonSubTypes.Type(value = CompetitorMove.class, name = "competitor"),
    @JsonSubTypes.Type(value = Crisis.class, name = "crisis")
})
public sealed interface Condition permits Immediate, Watched {}

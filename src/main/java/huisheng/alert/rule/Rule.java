package huisheng.alert.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is watched, how urgent it is, and who is told how often. A value that JSON leaves out is what the constructors
 * put there; a value that cannot be is refused with a {@link Fault} that names its field.
 *
 * @param each one alert for each value of the dimension; null for one altogether
 * @param level 1 = act within 24 hours, 2 = 48, 3 = 72
 * @param targets names of those who are told; empty for all who subscribe to the level
 * @param groupBy reviews that agree in these belong to one alert, where the rule is about single reviews
 * @param cooldown time before more of the same is told again
 * @param maxPerDay times that it may tell within 24 hours
 * @param quietHours null for none
 * @param escalation null for none
 */
public record Rule(
        Wording name,
        @Nullable Boolean enabled,
        Condition when,
        RuleFilter filter,
        @Nullable Dimension each,
        int level,
        Set<String> targets,
        Set<Dimension> groupBy,
        Duration cooldown,
        int maxPerDay,
        @Nullable QuietHours quietHours,
        @Nullable Escalation escalation) {
    static final int MAX_TARGETS = 50;

    private static final int MAX_NAME = 100;
    /** By which one alert can stand for each value: a review has one at most. */
    private static final Set<Dimension> SINGLE = EnumSet.of(
            Dimension.BRAND,
            Dimension.PRODUCT,
            Dimension.CHANNEL,
            Dimension.STORE,
            Dimension.REGION,
            Dimension.AGE_BAND,
            Dimension.GENDER,
            Dimension.LEVEL,
            Dimension.BUYER,
            Dimension.VARIANT,
            Dimension.KIND,
            Dimension.LANGUAGE);

    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public Rule {
        Check.given("name", name);
        Check.text("name.zh", name.zh(), MAX_NAME);
        Check.text("name.en", name.en(), MAX_NAME);
        Check.given("when", when);
        if (enabled == null) enabled = true;
        if (filter == null) filter = RuleFilter.ALL;
        Check.range("level", level, 1, 3);
        targets = targets == null ? Set.of() : Set.copyOf(targets);
        Check.values("targets", targets, MAX_TARGETS);
        if (each != null) single("each", each);
        groupBy = groupBy == null ? Set.of() : Set.copyOf(groupBy);
        groupBy.forEach(dimension -> single("groupBy", dimension));
        cooldown = Check.range("cooldown", cooldown, Duration.ZERO, Duration.ofDays(90), cooldown(when));
        maxPerDay = Check.range("maxPerDay", maxPerDay == 0 ? 50 : maxPerDay, 1, 10_000);
        if (when instanceof Immediate) immediate(filter, each);
    }

    private static Duration cooldown(Condition when) {
        return when instanceof Immediate ? Duration.ofHours(1) : Duration.ofDays(7);
    }

    private static void single(String field, Dimension dimension) {
        Check.that(
                SINGLE.contains(dimension),
                field + " 不能是 " + dimension.key(),
                field + " cannot be " + dimension.key() + ": a review must have one value in it");
    }

    private static void immediate(RuleFilter filter, @Nullable Dimension each) {
        Check.that(
                filter.query().isEmpty(),
                "即时规则不能用 filter.query，请用维度条件",
                "an immediate rule takes no filter.query, use dimensions");
        Check.that(each == null, "即时规则用 groupBy，不用 each", "an immediate rule takes groupBy, not each");
    }

    /** @throws Fault where the text is no rule */
    public static Rule read(String json) {
        return Json.read(json, Rule.class);
    }

    @JsonIgnore
    public boolean isOn() {
        return Boolean.TRUE.equals(enabled);
    }

    /** Whether it names no values, no words and no rivals: all may know of such a rule. */
    public boolean namesNothing() {
        boolean rivals = when instanceof CompetitorMove move && !move.rivals().isEmpty();
        return filter.in().isEmpty() && filter.query().isEmpty() && !rivals;
    }

    /** The same, without the names of those who are told. */
    public Rule withoutTargets() {
        Escalation silent = escalation == null ? null : new Escalation(escalation.after(), Set.of());
        return new Rule(
                name, enabled, when, filter, each, level, Set.of(), groupBy, cooldown, maxPerDay, quietHours, silent);
    }

    /** Time from raising to when it must be acted upon. */
    public Duration within() {
        if (when instanceof Crisis) return Crisis.GOLDEN;
        return Duration.ofHours(24L * level);
    }
}

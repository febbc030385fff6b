package huisheng.alert.rule;

/** A rule that is on, under the number that it is kept by. */
public record ActiveRule(long id, Rule rule) {}

package huisheng.insight.ask;

/**
 * One sentence that an answer says, made of its figures alone, and what stands behind it.
 *
 * @param says for people who did not ask the question: with the figures, their intervals and how sure they are
 */
public record Finding(Wording says, Evidence evidence) {}

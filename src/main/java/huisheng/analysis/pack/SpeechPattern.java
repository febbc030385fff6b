package huisheng.analysis.pack;

import java.util.regex.Pattern;

/**
 * A shape of speech that judges as a whole.
 *
 * @param triggers the expression is tried only on clauses with one of these characters
 * @param expression its group 1, where there is one, is the opinion
 */
public record SpeechPattern(String id, Cue cue, String triggers, Pattern expression) {}

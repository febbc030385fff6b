package huisheng.analysis.english;

/**
 * A token as CoreNLP cuts it: {@code don't} are two, {@code do} and {@code n't}.
 *
 * @param lower its letters in lower case, with plain apostrophes
 * @param lemma by CoreNLP's morphology, without a part of speech
 * @param start offset into the masked text, as {@code end}
 * @param sentence number of its sentence, from 0
 */
record Word(String lower, String lemma, int start, int end, int sentence) {
    boolean isSign() {
        return !Character.isLetterOrDigit(lower.charAt(0)) && !lower.equals("n't") && lower.charAt(0) != '\'';
    }

    boolean is(String other) {
        return lower.equals(other) || lemma.equals(other);
    }
}

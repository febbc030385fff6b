package huisheng.analysis;

/**
 * A word of the normalised text.
 *
 * @param word as normalised
 * @param nature part of speech in HanLP's (PKU-like) tag set, for example {@code n}, {@code a}, {@code v}, {@code d},
 *     {@code w} for signs
 * @param start offset into the normalised text
 * @param end {@code start + word.length()}, kept so that stages that only ask where words end need not look at the words
 */
public record Token(String word, String nature, int start, int end) {
    public Token(String word, String nature, int start) {
        this(word, nature, start, start + word.length());
    }
}

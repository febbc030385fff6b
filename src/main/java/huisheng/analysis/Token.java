package huisheng.analysis;

/**
 * A word of the normalised text.
 *
 * @param word as normalised
 * @param nature part of speech in HanLP's (PKU-like) tag set, for example {@code n}, {@code a}, {@code v}, {@code d},
 *     {@code w} for signs
 * @param start offset into the normalised text; its end is {@code start + word.length()}
 */
public record Token(String word, String nature, int start) {
    public int end() {
        return start + word.length();
    }
}

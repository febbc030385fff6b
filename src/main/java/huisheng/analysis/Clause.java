package huisheng.analysis;

/**
 * A stretch of the normalised text between signs that part thoughts (，。！？；… line ends, runs of blanks).
 *
 * @param firstToken index of its first token; {@code endToken} is one past its last
 * @param closing the sign that ends it, for example {@code '？'}, or 0 at the end of the text
 */
public record Clause(int start, int end, int firstToken, int endToken, char closing) {}

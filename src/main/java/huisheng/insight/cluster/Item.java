package huisheng.insight.cluster;

import java.util.List;

/**
 * A short text to be grouped: a wish (希望出小瓶装) or a clause of a complaint.
 *
 * @param id of the review it stands in; two items may share one
 * @param text what was said; read up to {@link Documents#MAX_TEXT} characters
 * @param keywords normalised words and phrases of the text, may be empty; the first {@link Documents#MAX_WORDS} count
 * @param weight above 0 and finite: 1 for one voice
 */
public record Item(long id, String text, List<String> keywords, double weight) {
    public Item {
        keywords = List.copyOf(keywords);
        Documents.checkWeight(id, weight);
    }

    /** One voice. */
    public Item(long id, String text, List<String> keywords) {
        this(id, text, keywords, 1);
    }
}

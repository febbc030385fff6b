package huisheng.learning;

/** Models that are trained together, with what their card says of them at first; people write on from there. */
enum Family {
    WORDS(
            "Clusters of words",
            "Words that stand in the same places share a cluster; what other models learn of one holds"
                    + " for its neighbours."),
    SENTIMENT(
            "Sign and trade of a text",
            "`sentiment.bin`: positive against negative, over hashed features, one weight"
                    + " for all trades and one for each. `domains.bin`: which trade a text speaks of, which mixes the weights."),
    LABELS(
            "Labels of a whole text",
            "`labels.bin`: stance, intents, noise, risks, needs, comparisons, one linear head"
                    + " each. `competitors.bin`: the words that name the other product."),
    OPINIONS(
            "Stretches that judge, pack %s",
            "Conditional random field over characters for the words of an opinion, and"
                    + " linear heads for the polarity and the aspect of each."),
    ASPECTS(
            "Aspects of the pack %s",
            "Linear heads over the whole text and over each clause for the aspects that are"
                    + " judged, and over the clause that speaks of one for its polarity."),
    ENGLISH(
            "English reviews",
            "`english-sign.bin`: the sign of a text; `english-clauses.bin`: what a clause judges;"
                    + " `english-labels.bin`: the labels of the text.");

    private final String title;
    private final String text;

    Family(String title, String text) {
        this.title = title;
        this.text = text;
    }

    /** The card's file. */
    String card(String pack) {
        return switch (this) {
                    case ASPECTS -> pack;
                    case OPINIONS -> pack + "-spans";
                    default -> model();
                }
                + ".card.md";
    }

    /** As the command names it. */
    String model() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isOfOnePack() {
        return this == ASPECTS || this == OPINIONS;
    }

    String opening(String pack) {
        return "# " + title.formatted(pack) + "\n\n" + text + "\n";
    }
}

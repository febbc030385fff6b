package huisheng.insight.ask;

/** The same sentence in both languages of the product. */
public record Wording(String zh, String en) {}

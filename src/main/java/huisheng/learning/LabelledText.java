package huisheng.learning;

/** A normalised text and whether its label is positive. */
record LabelledText(String text, boolean positive) {}

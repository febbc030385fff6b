package huisheng.analysis.pack;

import huisheng.review.RiskType;

/** A word that points at a danger, and how urgent what it names is: 1 within a day, 2 within two, 3 within three. */
public record RiskCue(RiskType type, int severity) {}

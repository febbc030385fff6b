// One shape of a review for every panel: search, detail and stream each wrap the same parts differently.

/** {id, version, receivedAt, initialText, review, analysis, highlights} of whatever the interface gave. */
export function document(raw) {
  const { analysis, highlights = [], stored = raw.document?.stored ?? {} } = raw;
  const review = raw.review ?? stored.review ?? raw.document?.review ?? raw;
  return {
    id: Number(raw.id ?? stored.id),
    version: raw.version ?? stored.version,
    receivedAt: raw.receivedAt ?? stored.receivedAt,
    initialText: raw.initialText ?? stored.initialText,
    review,
    analysis: analysis ?? raw.document?.analysis,
    highlights,
  };
}

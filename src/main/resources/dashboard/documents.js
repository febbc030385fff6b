// One shape of a review for every panel: search, detail and stream each wrap the same parts differently.
import { reactive } from './vue.js';

/** Names of aspects as the opinions tell them: a pack may be edited, so the page has no list of its own. */
export const aspectNames = reactive({});

/** Names of products by their number, as the reviews tell them; a facet knows the number alone. */
export const productNames = reactive({});

/** {id, version, receivedAt, initialText, review, analysis, highlights} of whatever the interface gave. */
export function document(raw) {
  const { analysis, highlights = [], stored = raw.document?.stored ?? {} } = raw;
  for (const { aspect, aspectName } of analysis?.opinions ?? []) aspectNames[aspect] = aspectName;
  const review = raw.review ?? stored.review ?? raw.document?.review ?? raw;
  if (review.product && review.productName) productNames[review.product] = review.productName;
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

// One shape of a review for every panel: search, detail and stream each wrap the same parts differently.
import { reactive } from './vue.js';

/** Names of aspects as the opinions tell them: a pack may be edited, so the page has no list of its own. */
export const aspectNames = reactive({});

/** {id, version, receivedAt, initialText, review, analysis, highlights} of whatever the interface gave. */
export function document(raw) {
  const { analysis, highlights = [], stored = raw.document?.stored ?? {} } = raw;
  for (const { aspect, aspectName } of analysis?.opinions ?? []) aspectNames[aspect] = aspectName;
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

// Figures over buckets of the sentiment trend.
const POLARITIES = ['positive', 'negative', 'neutral', 'mixed', 'unscored'];

export function total(buckets) {
  const sum = { positive: 0, negative: 0, neutral: 0, mixed: 0, unscored: 0, n: 0 };
  for (const bucket of buckets) {
    for (const polarity of POLARITIES) sum[polarity] += bucket[polarity] ?? 0;
  }
  sum.n = POLARITIES.reduce((n, polarity) => n + sum[polarity], 0);
  return sum;
}

/**
 * Net sentiment, positive minus negative over both, with the 95 % Wilson interval of the positive share (E. B. Wilson,
 * JASA 22, 1927) stretched to −1…1. Null where no review takes a stance.
 */
export function netOf({ positive, negative }) {
  const n = positive + negative;
  if (!n) return null;
  const z = 1.959964;
  const p = positive / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { value: 2 * p - 1, low: 2 * (centre - half) - 1, high: 2 * (centre + half) - 1 };
}

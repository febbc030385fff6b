// Figures over the stances of the sentiment trend.

/**
 * Net sentiment of a stance with its 95 % interval: the Wilson intervals of both shares, joined by square-and-add for
 * shares of one sample (R. G. Newcombe, Statistics in Medicine 17 (1998), 2635–2650, method 10). Null where the
 * service has too little data for a figure.
 */
export function netOf({ net, positiveShare: up, negativeShare: down }) {
  if (net === undefined || net === null || !up || !down) return null;
  const odds = (up.value * down.value) / ((1 - up.value) * (1 - down.value));
  const phi = Number.isFinite(odds) ? -Math.sqrt(odds) : -1;
  const half = (a, b) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  return {
    value: net,
    low: Math.max(-1, net - half(up.value - up.low, down.high - down.value)),
    high: Math.min(1, net + half(up.high - up.value, down.value - down.low)),
  };
}

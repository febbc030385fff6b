// When the periods end that the service counts by.

const HOUR = 3_600_000;
const LENGTHS = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR };

// The service counts in Asia/Shanghai, which has kept one offset since 1991.
const OFFSET = 8 * HOUR;

/** @param start of a period, ISO-8601 */
export function endOf(start, interval) {
  const time = new Date(start).getTime();
  if (interval !== 'month') return new Date(time + LENGTHS[interval]);
  const local = new Date(time + OFFSET);
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1) - OFFSET);
}

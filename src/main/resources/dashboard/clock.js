// Time that passes while a page is open, and how long until a deadline.
import { ref } from './vue.js';
import { t } from './i18n.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const now = ref(Date.now());
setInterval(() => { now.value = Date.now(); }, MINUTE / 2);

/** {late, text}: what is left of the time, or how long it has been over. */
export function left(deadline) {
  const rest = new Date(deadline).getTime() - now.value;
  return { late: rest < 0, text: t(rest < 0 ? 'time.late' : 'time.left', { time: span(Math.abs(rest)) }) };
}

export const isAhead = time => Boolean(time) && new Date(time).getTime() > now.value;

export const inHours = hours => new Date(Date.now() + hours * HOUR).toISOString();

function span(length) {
  if (length >= 2 * DAY) return t('time.days', { n: Math.floor(length / DAY) });
  if (length >= HOUR) return t('time.hours', { n: Math.floor(length / HOUR) });
  return t('time.minutes', { n: Math.floor(length / MINUTE) });
}

/** A period of the interface (ISO-8601, `PT36H` or `P7D`) in words. */
export function period(text) {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+(?:\.\d+)?S)?)?$/.exec(text ?? '');
  if (!found) return text ?? '';
  const [days, hours, minutes] = found.slice(1).map(part => Number(part ?? 0));
  return span(days * DAY + hours * HOUR + minutes * MINUTE);
}

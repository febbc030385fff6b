import { locale } from './state.js';

const language = () => (locale.value === 'zh' ? 'zh-CN' : 'en-GB');

// 05/06 reads as two dates in English
const month = () => (locale.value === 'zh' ? '2-digit' : 'short');

// The service counts days in Asia/Shanghai, wherever the reader sits.
const ZONE = 'Asia/Shanghai';

export const count = n => new Intl.NumberFormat(language()).format(n);

export const percent = (x, digits = 0) =>
  new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: digits }).format(x);

/** −100 to +100, with its sign. */
export const signed = (x, digits = 0) =>
  new Intl.NumberFormat(language(), { signDisplay: 'exceptZero', maximumFractionDigits: digits }).format(x);

export const decimal = (x, digits = 2) => new Intl.NumberFormat(language(), { maximumFractionDigits: digits }).format(x);

export const day = time =>
  new Intl.DateTimeFormat(language(), { timeZone: ZONE, year: 'numeric', month: month(), day: '2-digit' })
    .format(new Date(time));

/** A day without its year. */
export const shortDay = time =>
  new Intl.DateTimeFormat(language(), { timeZone: ZONE, month: month(), day: '2-digit' }).format(new Date(time));

export const minute = time =>
  new Intl.DateTimeFormat(language(), {
    timeZone: ZONE, month: month(), day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false,
  }).format(new Date(time));

/** A minute that may be in another year. */
export const moment = time =>
  new Intl.DateTimeFormat(language(), {
    timeZone: ZONE, year: 'numeric', month: month(), day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false,
  }).format(new Date(time));

/** Label of a bucket on an axis. */
export function bucket(time, interval) {
  const parts = { hour: { month: month(), day: '2-digit', hour: '2-digit', hour12: false }, month: { year: 'numeric', month: month() } }[interval]
    ?? { month: month(), day: '2-digit' };
  return new Intl.DateTimeFormat(language(), { timeZone: ZONE, ...parts }).format(new Date(time));
}

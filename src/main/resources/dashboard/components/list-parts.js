// Pieces of lists of alerts and tickets.
import { h } from '../vue.js';
import { isAhead, left } from '../clock.js';
import { minute } from '../format.js';
import { label, listed, t } from '../i18n.js';
import { chip } from './parts.js';

export const moreButton = ({ cursor, busy, more }) => (cursor.value
  ? h('button', { class: 'quiet more', disabled: busy.value, 'data-testid': 'more', onClick: more }, t(busy.value ? 'loading' : 'search.more'))
  : null);

export const levelChip = level => chip(`L${level}`, `level-${level}`, t(`level.${level}`));

export const LEVELS = () => [1, 2, 3].map(level => [level, `L${level} · ${t(`level.${level}`)}`]);

export const stateChip = (kind, state) => chip(label(kind, state), `state-${state}`);

export function deadlineChip(name, deadline) {
  const { late, text } = left(deadline);
  return chip([name, ' ', text], late ? 'risk' : 'plain', minute(deadline));
}

export const mutedChip = until => (isAhead(until) ? chip(t('alert.muted', { until: minute(until) }), 'noise') : null);

/** {brand: 'X'} or {brand: ['X', 'Y']} in a line. */
export const placeText = values => Object.entries(values ?? {})
  .map(([dimension, value]) => listed([value].flat().map(one => label(dimension, one)))).join(' · ');

/** Rows [name, value] of what is known. */
export const factList = rows => h('dl', { class: 'facts' }, rows
  .filter(([, value]) => value !== undefined && value !== null && value !== '')
  .map(([name, value]) => [h('dt', name), h('dd', value)]));

export const part = (id, title, body) =>
  h('section', { class: 'part', 'data-testid': id, 'aria-labelledby': `${id}-title` }, [h('h3', { id: `${id}-title` }, title), body]);

/** One event in a log: when, who, what. */
export const happened = ({ at, by, what, said }) => h('li', { class: 'event' }, [
  h('time', { class: 'fine num', datetime: at }, minute(at)),
  h('div', [h('p', [h('b', what), by ? h('span', { class: 'fine' }, ` ${by}`) : null]), ...said]),
]);

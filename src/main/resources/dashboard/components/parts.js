// Small pieces that several panels use.
import { h } from '../vue.js';
import { label, t } from '../i18n.js';
import { problemText } from '../send.js';

/** A card with a heading, controls and a body. */
export function panel({ id, title, lead, controls, loading }, body) {
  return h('section', { id, class: 'panel', 'data-testid': id, 'aria-labelledby': `${id}-title`, 'aria-busy': !!loading }, [
    h('header', { class: 'panel-head' }, [
      h('div', [h('h2', { id: `${id}-title` }, title), lead && h('p', { class: 'lead' }, lead)]),
      controls && h('div', { class: 'controls' }, controls),
    ]),
    h('div', { class: ['panel-body', { fading: loading }] }, body),
  ]);
}

/** What stands in for an answer: the problem, that it is coming, or that there is nothing. Null where there is something. */
export function standIn({ data, problem, load }, isEmpty, emptyText = t('empty')) {
  if (problem.value) {
    return h('div', { class: 'stand-in', role: 'alert' }, [
      h('p', problemText(problem.value)),
      h('button', { class: 'quiet', onClick: load }, t('retry')),
    ]);
  }
  if (!data.value) return h('div', { class: 'stand-in' }, h('p', t('loading')));
  return isEmpty(data.value) ? h('div', { class: 'stand-in', 'data-testid': 'empty' }, h('p', emptyText)) : null;
}

export function select({ label: name, value, options, onChange, ...rest }) {
  return h('label', { class: 'field' }, [
    h('span', name),
    h('select', { value, onChange: event => onChange(event.target.value), ...rest },
      options.map(([key, text]) => h('option', { value: key, selected: String(key) === String(value) }, text))),
  ]);
}

export function segments({ label: name, value, options, onChange }) {
  return h('div', { class: 'segments', role: 'group', 'aria-label': name }, options.map(([key, text]) =>
    h('button', { type: 'button', 'aria-pressed': key === value, onClick: () => onChange(key) }, text)));
}

export function sentimentChip(sentiment) {
  if (!sentiment) return null;
  const { label: name, score } = sentiment;
  return h('span', { class: ['chip', `chip-${name}`] }, [
    label('sentiment', name),
    name === 'unscored' ? null : h('b', { class: 'num' }, (score > 0 ? '+' : '') + score.toFixed(2)),
  ]);
}

export const chip = (text, name = 'plain', title) => h('span', { class: ['chip', `chip-${name}`], title }, text);

export function stars(rating) {
  return rating
    ? h('span', { class: 'stars', role: 'img', 'aria-label': `${rating}/5` }, '★'.repeat(rating) + '☆'.repeat(5 - rating))
    : null;
}

// Whether what was done helped, as it was measured.
import { h } from '../../vue.js';
import { count, day, decimal, minute, moment, percent, signed } from '../../format.js';
import { label, t, words } from '../../i18n.js';
import { part } from '../list-parts.js';
import { chip } from '../parts.js';

const SEARCH = '/api/v1/reviews?';
const TONES = { better: 'positive', worse: 'negative' };

/** What it was verified by; before, the last look at its measure. */
export function effectOf({ ticket: { look, verification }, decidedFrom }) {
  if (verification) return shown(t('effect.title'), verification);
  if (!look) return null;
  return shown(t('look.title'), look, look.preliminary ? t('look.preliminary', { time: moment(decidedFrom) }) : t('look.final'));
}

function shown(title, { by, at, effect, reason }, standing) {
  return part('ticket-effect', title, [
    standing ? h('p', { 'data-testid': 'look-standing' }, standing) : null,
    h('p', { class: 'fine' }, `${by} · ${minute(at)}`),
    effect ? measured(effect) : null,
    reason ? h('p', { class: 'said' }, reason) : null,
  ]);
}

function measured({ label: outcome, says, before, after, reading, evidenceBefore, evidenceAfter }) {
  return h('div', { class: 'stack' }, [
    h('div', { class: 'chips' }, chip(label('effect', outcome), TONES[outcome])),
    says ? h('p', words(says)) : null,
    reading ? h('div', { class: 'scroll' }, table(reading, before, after)) : null,
    reading?.difference ? h('p', { class: 'num', 'data-testid': 'effect-difference' }, difference(reading)) : null,
    h('p', { class: 'links' }, [link('effect.before', evidenceBefore), link('effect.after', evidenceAfter)]),
  ]);
}

function table({ measure, a, b, controlA, controlB }, before, after) {
  const show = shower(measure);
  const row = (name, first, second) => h('tr', [h('th', { scope: 'row' }, name), cell(first, show), cell(second, show)]);
  return h('table', [
    h('thead', h('tr', [
      h('th', { scope: 'col' }, t(`goal.${measure}`)),
      h('th', { class: 'right', scope: 'col' }, column('effect.before', before)),
      h('th', { class: 'right', scope: 'col' }, column('effect.after', after)),
    ])),
    h('tbody', [row(t('effect.here'), a, b), controlA && controlB ? row(t('effect.control'), controlA, controlB) : null]),
  ]);
}

const column = (name, period) => (period ? `${t(name)} ${day(period.from)} – ${day(period.until)}` : t(name));

function cell(figure, show) {
  if (!figure || figure.value === undefined) return h('td', { class: 'right num' }, `– (n ${count(figure?.n ?? 0)})`);
  return h('td', { class: 'right num' }, [
    h('b', show(figure.value)), ' ', h('span', { class: 'fine' }, `[${show(figure.low)}, ${show(figure.high)}] n ${count(figure.n)}`),
  ]);
}

function difference({ measure, difference: { effect, low, high, p } }) {
  const show = x => (measure === 'rating' ? decimal(x, 2) : `${signed(x * 100, 1)}`);
  return t(measure === 'rating' ? 'effect.difference' : 'effect.points', {
    effect: show(effect), low: show(low), high: show(high), p: p < 0.001 ? 'p < 0.001' : `p = ${decimal(p, 3)}`,
  });
}

function shower(measure) {
  if (measure === 'rating') return x => decimal(x, 2);
  return measure === 'net' ? x => signed(x * 100, 1) : x => percent(x, 1);
}

const link = (name, evidence) => (evidence?.link?.startsWith(SEARCH)
  ? h('a', { href: `#/reviews?${evidence.link.slice(SEARCH.length)}` }, t('effect.reviews', { when: t(name) })) : null);

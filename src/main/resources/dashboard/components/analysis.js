// One analysis shown to a reader: the text with its spans, what was found, and why the score is what it is.
import { h } from '../vue.js';
import { label, t } from '../i18n.js';
import { decimal, percent } from '../format.js';
import { marked } from '../spans.js';
import { chip, sentimentChip } from './parts.js';

const HOURS = { 1: 24, 2: 48, 3: 72 };

export function analysisView(analysis) {
  return h('div', { class: 'analysis', 'data-testid': 'analysis' }, [
    h('p', { class: 'reading', 'data-testid': 'analysis-text', lang: 'zh' },
      marked(analysis.text, marks(analysis))),
    h('div', { class: 'chips' }, verdict(analysis)),
    section('opinions', analysis.opinions, opinionTable, t('analysis.none')),
    section('risks', analysis.risks, risks => chips(risks, risk =>
      chip(`${label('risk', risk.type)} · ${t('analysis.severity', { n: HOURS[risk.severity] })}`, 'risk', at(analysis, risk)))),
    section('intents', analysis.intents, intents => chips(intents, intent =>
      chip(label('intent', intent.type), 'plain', at(analysis, intent)))),
    section('needs', analysis.needs, needs => chips(needs, need => chip(need.text, 'plain', need.target))),
    section('comparisons', analysis.comparisons, comparisons => chips(comparisons, comparison =>
      chip([comparison.competitor, comparison.aspect && label('aspect', comparison.aspect), label('outcome', comparison.outcome)].filter(Boolean).join(' · ')))),
    section('evidence', strongest(analysis.sentiment?.evidence), evidence => contributions(analysis.text, evidence)),
    section('keywords', analysis.keywords, keywords => chips(keywords, word => chip(word))),
    analysis.pipeline && h('p', { class: 'fine' }, t('analysis.pipeline', { version: analysis.pipeline })),
  ]);
}

/** Spans of opinions and risks as marks. */
export function marks(analysis) {
  const opinions = (analysis.opinions ?? []).map(opinion => ({
    ...opinion,
    name: opinion.polarity,
    title: `${label('aspect', opinion.aspect)} · ${label('sentiment', opinion.polarity)} ${decimal(opinion.score)}`,
  }));
  const risks = (analysis.risks ?? []).map(risk => ({ ...risk, name: 'risk', title: label('risk', risk.type) }));
  const pii = (analysis.pii ?? []).map(span => ({ ...span, name: 'pii', title: label('pii', span.type) }));
  return [...opinions, ...risks, ...pii];
}

function verdict({ sentiment, noise = [], contradiction, followup, pii = [] }) {
  return [
    sentimentChip(sentiment),
    sentiment && sentiment.label !== 'unscored'
      && chip(t('analysis.confidence', { p: percent(sentiment.confidence) })),
    ...noise.map(type => chip(label('noise', type), 'noise')),
    contradiction && chip(t('analysis.contradiction'), 'risk'),
    followup && chip(label('followup', followup)),
    pii.length ? chip(t('analysis.pii', { n: pii.length }), 'noise') : null,
  ];
}

function section(name, items, show, none) {
  if (!items?.length) return none ? h('p', { class: 'fine' }, none) : null;
  return h('section', { class: 'part', 'data-testid': `analysis-${name}` }, [h('h3', t(`analysis.${name}`)), show(items)]);
}

const chips = (items, show) => h('div', { class: 'chips' }, items.map(show));

function opinionTable(opinions) {
  return h('table', { class: 'plain' }, h('tbody', opinions.map(opinion => h('tr', [
    h('th', { scope: 'row' }, label('aspect', opinion.aspect)),
    h('td', [opinion.target, opinion.target && ' ', h('b', opinion.opinion),
      opinion.implicit ? h('span', { class: 'fine' }, ` ${t('analysis.implicit')}`) : null]),
    h('td', { class: 'right' }, h('span', { class: ['chip', `chip-${opinion.polarity}`] }, [
      label('sentiment', opinion.polarity), h('b', { class: 'num' }, decimal(opinion.score))])),
  ]))));
}

function contributions(text, evidence) {
  const most = Math.max(...evidence.map(one => Math.abs(one.weight)), 1e-9);
  return h('ul', { class: 'contributions', title: t('analysis.evidence.help') }, evidence.map(one => {
    const width = `${(Math.abs(one.weight) / most) * 50}%`;
    const side = one.weight < 0 ? { right: '50%' } : { left: '50%' };
    return h('li', [
      h('span', { class: 'word', lang: 'zh' }, text.slice(one.start, one.end)),
      h('span', { class: 'bar' }, h('i', { class: one.weight < 0 ? 'negative' : 'positive', style: { width, ...side } })),
      h('span', { class: 'num' }, `${one.weight > 0 ? '+' : ''}${one.weight.toFixed(2)}`),
      h('span', { class: 'fine' }, label('source', one.source)),
    ]);
  }));
}

const strongest = (evidence = []) =>
  [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 12);

const at = (analysis, span) => analysis.text.slice(span.start, span.end);

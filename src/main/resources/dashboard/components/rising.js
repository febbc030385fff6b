// Words said more than before, tested against chance; a click searches for one.
import { defineComponent, h, ref } from '../vue.js';
import { api } from '../api.js';
import { count, decimal } from '../format.js';
import { t } from '../i18n.js';
import { useLoad } from '../load.js';
import { anchor, searchFor, selection } from '../state.js';
import { panel, segments, standIn } from './parts.js';

const DAYS = [7, 14, 30];

export const Rising = defineComponent({
  name: 'Rising',
  setup() {
    const days = ref(14);
    const answer = useLoad(
      () => ({ ...selection(), ...windowOf(days.value), limit: 20 }),
      (parameters, signal) => api.keywords(parameters, signal));
    return () => panel({
      id: 'rising', title: t('rising.title'), loading: answer.loading.value, lead: lead(answer.data.value),
      controls: segments({
        label: t('rising.window'), value: days.value, onChange: value => { days.value = value; },
        options: DAYS.map(n => [n, t('filter.days', { n })]),
      }),
    }, standIn(answer, data => !words(data).length, t('rising.empty')) ?? table(words(answer.data.value)));
  },
});

function windowOf(days) {
  const until = anchor.value;
  return { from: new Date(until - days * 86_400_000).toISOString(), until: until.toISOString() };
}

const words = data => data.rising ?? [];

function lead(data) {
  return data && t('rising.lead', { window: count(data.windowReviews), baseline: count(data.baselineReviews) });
}

function table(rising) {
  return h('div', { class: 'scroll tall' }, h('table', { 'data-testid': 'rising-table' }, [
    h('thead', h('tr', [
      h('th', t('rising.word')),
      h('th', { class: 'right' }, t('rising.n')),
      h('th', { class: 'right' }, t('rising.ratio')),
      h('th', { class: 'right', title: t('rising.help') }, t('rising.significance')),
    ])),
    h('tbody', rising.map(word => h('tr', { key: word.keyword }, [
      h('td', h('button', {
        class: 'word-link', lang: 'zh', 'aria-label': t('rising.search', { word: word.keyword }),
        onClick: () => searchFor(quoted(word.keyword)),
      }, word.keyword)),
      h('td', { class: 'right num' }, count(word.n)),
      h('td', { class: 'right num' }, ratio(word)),
      h('td', { class: 'right num fine', title: `G² = ${decimal(word.logLikelihood ?? 0, 1)}` }, significance(word.p)),
    ]))),
  ]));
}

const quoted = word => (/\s/.test(word) ? `"${word}"` : word);

const ratio = ({ ratio: value }) => (value === undefined || !Number.isFinite(value) ? t('rising.new') : `×${decimal(value, 1)}`);

function significance(p) {
  if (p === undefined || p === null) return '–';
  if (p < 0.001) return 'p < 0.001';
  return `p = ${decimal(p, 3)}`;
}

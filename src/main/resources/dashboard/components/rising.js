// Words said more than before, tested against chance, or simply most; a click searches for one.
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
    const mode = ref('rising');
    const answer = useLoad(
      () => ({ ...selection(), ...windowOf(days.value), limit: 20 }),
      (parameters, signal) => api.keywords(parameters, signal));
    return () => panel({
      id: 'rising', title: t(mode.value === 'top' ? 'rising.top.title' : 'rising.title'), loading: answer.loading.value,
      lead: lead(answer.data.value),
      controls: [
        segments({
          label: t('rising.mode'), value: mode.value, onChange: value => { mode.value = value; },
          options: [['rising', t('rising.rising')], ['top', t('rising.top')]],
        }),
        segments({
          label: t('rising.window'), value: days.value, onChange: value => { days.value = value; },
          options: DAYS.map(n => [n, t('filter.days', { n })]),
        }),
      ],
    }, standIn(answer, data => !data[mode.value].length, emptyText(answer.data.value, mode.value))
      ?? table(answer.data.value[mode.value]));
  },
});

function windowOf(days) {
  const until = anchor.value;
  return { from: new Date(until - days * 86_400_000).toISOString(), until: until.toISOString() };
}

function lead(data) {
  return data && t('rising.lead', { window: count(data.reviews), baseline: count(data.baselineReviews) });
}

function emptyText(data, mode) {
  if (data?.insufficient) return t('problem.insufficient', data.insufficient);
  return t(mode === 'top' ? 'rising.top.empty' : 'rising.empty');
}

function table(words) {
  return h('div', { class: 'scroll tall' }, h('table', { 'data-testid': 'rising-table' }, [
    h('thead', h('tr', [
      h('th', t('rising.word')),
      h('th', { class: 'right' }, t('rising.n')),
      h('th', { class: 'right' }, t('rising.ratio')),
      h('th', { class: 'right', title: t('rising.help') }, t('rising.significance')),
    ])),
    h('tbody', words.map(word => h('tr', { key: word.keyword }, [
      h('td', h('button', {
        class: 'word-link', lang: 'zh', 'aria-label': t('rising.search', { word: word.keyword }),
        onClick: () => searchFor(quoted(word.keyword)),
      }, word.keyword)),
      h('td', { class: 'right num' }, count(word.n)),
      h('td', { class: 'right num', title: `${count(word.n)} / ${count(word.baselineN)}` },
        word.baselineN ? `×${decimal(word.ratio, 1)}` : t('rising.new')),
      h('td', { class: 'right num fine', title: word.g2 === undefined ? undefined : `G² = ${decimal(word.g2, 1)}` },
        significance(word.q)),
    ]))),
  ]));
}

const quoted = word => (/[\s:()"]/.test(word) ? `"${word.replaceAll('"', '')}"` : word);

function significance(q) {
  if (q === undefined || q === null) return '–';
  return q < 0.001 ? 'q < 0.001' : `q = ${decimal(q, 3)}`;
}

// Words said more than before, tested against chance, or simply most; a click searches for one.
import { defineComponent, h, ref } from '../vue.js';
import { api } from '../api.js';
import { count, decimal, shortDay } from '../format.js';
import { t } from '../i18n.js';
import { useLoad } from '../load.js';
import { anchor, searchFor, selection } from '../state.js';
import { panel, segments, standIn } from './parts.js';

const WEEK = 7 * 86_400_000;

// Whole weeks, so that each day of the week counts alike on both sides.
const WINDOWS = [1, 4, 12];

// Long enough that a festival does not pass for the usual; a slow rise shows against it, which it would not against
// the stretch right before.
const BASELINE_WEEKS = 12;

export const Rising = defineComponent({
  name: 'Rising',
  setup() {
    const weeks = ref(4);
    const mode = ref('rising');
    const answer = useLoad(
      () => ({ ...selection(), ...windowOf(weeks.value), limit: 20 }),
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
          label: t('rising.window'), value: weeks.value, onChange: value => { weeks.value = value; },
          options: WINDOWS.map(n => [n, t(n === 1 ? 'rising.week' : 'rising.weeks', { n })]),
        }),
      ],
    }, standIn(answer, data => !data[mode.value].length, emptyText(answer.data.value, mode.value))
      ?? table(answer.data.value[mode.value]));
  },
});

/** The weeks up to the newest review and the weeks before them, whatever the period of the filter. */
function windowOf(weeks) {
  const until = anchor.value.getTime();
  const from = until - weeks * WEEK;
  const iso = time => new Date(time).toISOString();
  return { from: iso(from), until: iso(until), baselineFrom: iso(from - BASELINE_WEEKS * WEEK), baselineUntil: iso(from) };
}

function lead(data) {
  return data && t('rising.lead', {
    from: shortDay(data.window.from), until: shortDay(data.window.until), window: count(data.reviews),
    weeks: BASELINE_WEEKS, baseline: count(data.baselineReviews),
  });
}

function emptyText(data, mode) {
  if (mode === 'top') return t('rising.top.empty');
  return data?.insufficient ? t('rising.insufficient', data.insufficient) : t('rising.empty');
}

function table(words) {
  return h('div', { class: 'fill' }, h('table', { 'data-testid': 'rising-table' }, [
    h('thead', h('tr', [
      h('th', t('rising.word')),
      h('th', { class: 'right' }, t('rising.n')),
      h('th', { class: 'right', title: t('rising.ratio.help') }, t('rising.ratio')),
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

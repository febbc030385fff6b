// How sentiment moves, as a chart and as the same figures in a table.
import { computed, defineComponent, h, ref } from '../vue.js';
import { api } from '../api.js';
import { Chart } from '../chart.js';
import { productNames } from '../documents.js';
import { bucket, count } from '../format.js';
import { label, t } from '../i18n.js';
import { useLoad } from '../load.js';
import { filter, opened, selection } from '../state.js';
import { panel, segments, select, standIn } from './parts.js';
import { groupName, isCut, netText, trendOption } from './trend-option.js';

const GROUPS = ['brand', 'product', 'channel', 'region', 'ageBand', 'gender', 'variant', 'aspect'];
const INTERVALS = ['hour', 'day', 'week', 'month'];
const MOST_GROUPS = 8;

export const Trend = defineComponent({
  name: 'Trend',
  setup() {
    const chosen = ref('');
    const by = ref('');
    const interval = computed(() => chosen.value || fitting(filter.days));
    const answer = useLoad(
      () => ({ ...selection(), interval: interval.value, by: by.value, ...(by.value ? { groups: MOST_GROUPS } : {}) }),
      async (parameters, signal) => ({ ...await api.sentiment(parameters, signal), asked: parameters }));
    const option = computed(() => {
      const { points = [], asked } = answer.data.value ?? {};
      if (!asked) return () => ({});
      void Object.keys(productNames); // names that come later draw it again
      return trendOption(points, asked);
    });
    return () => panel({
      id: 'trend', title: t('trend.title'), loading: answer.loading.value,
      lead: by.value ? t('trend.more', { n: MOST_GROUPS }) : cutNote(answer.data.value),
      controls: [
        select({
          label: t('trend.by'), value: by.value, 'data-testid': 'trend-by', onChange: value => { by.value = value; },
          options: [['', t('trend.by.none')], ...GROUPS.map(name => [name, t(`dimension:${name}`)])],
        }),
        segments({
          label: t('trend.interval'), value: interval.value, onChange: value => { chosen.value = value; },
          options: INTERVALS.filter(name => name !== 'hour' || (filter.days && filter.days <= 7)).map(name => [name, t(`interval:${name}`)]),
        }),
      ],
    }, standIn(answer, data => !data.points.some(point => point.stance.n)) ?? [
      h(Chart, { option: option.value, label: t('trend.title') }),
      h('details', [h('summary', t('trend.table')), table(answer.data.value)]),
    ]);
  },
});

const fitting = days => (days && days <= 30 ? 'day' : days && days <= 180 ? 'week' : 'month');

function cutNote(data) {
  return data?.points.some(({ start, stance }) => stance.n && isCut(start, data.asked)) ? t('trend.cut') : null;
}

function table({ points, asked }) {
  const polarities = ['positive', 'neutral', 'mixed', 'negative'];
  return h('div', { class: 'scroll' }, h('table', { 'data-testid': 'trend-table' }, [
    h('thead', h('tr', [
      h('th', t('trend.start')), asked.by && h('th', t(`dimension:${asked.by}`)),
      ...polarities.map(name => h('th', { class: 'right' }, label('sentiment', name))),
      h('th', { class: 'right' }, t('trend.net')), h('th', t('trend.evidence')),
    ])),
    h('tbody', points.filter(point => point.stance.n).map(({ start, group, stance, evidence }) => h('tr', [
      h('td', bucket(start, asked.interval)), asked.by && h('td', groupName(asked.by, group)),
      ...polarities.map(name => h('td', { class: 'right num' }, count(stance[name]))),
      h('td', { class: 'right num' }, netText(stance)),
      h('td', evidence.slice(0, 3).map(id => h('button', { class: 'word-link id', onClick: () => { opened.value = id; } }, `#${id}`))),
    ]))),
  ]));
}

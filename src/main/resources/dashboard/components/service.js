// How well tickets are served: shares with their interval, medians of times, and how many tickets stand behind each.
import { defineComponent, h } from '../vue.js';
import { api } from '../api.js';
import { inHours } from '../clock.js';
import { count, decimal, percent } from '../format.js';
import { label, t } from '../i18n.js';
import { useLoad } from '../load.js';
import { choose, route } from '../routes.js';
import { panel, segments, select, standIn } from './parts.js';

const GROUPS = ['none', 'team', 'owner', 'level', 'product', 'region', 'brand', 'week', 'month'];
const DAYS = [30, 90, 365];
const SHARES = ['repliedIn24h', 'implementedIn30d', 'reopened'];
const TIMES = ['toAcknowledge', 'toResolve'];

export const Service = defineComponent({
  name: 'Service',
  setup() {
    const by = () => (GROUPS.includes(route.value.query.by) ? route.value.query.by : 'none');
    const days = () => DAYS.find(n => String(n) === route.value.query.days) ?? 90;
    const answer = useLoad(
      () => ({ by: by(), days: days() }),
      (asked, signal) => api.serviceMeasures({ by: asked.by, from: inHours(-24 * asked.days), until: inHours(0) }, signal));
    return () => panel({
      id: 'service', title: t('service.title'), lead: t('service.lead'), loading: answer.loading.value,
      controls: [
        select({
          label: t('trend.by'), value: by(), 'data-testid': 'service-by', onChange: value => choose({ by: value }),
          options: GROUPS.map(name => [name, t(`service.by.${name}`)]),
        }),
        segments({
          label: t('filter.period'), value: days(), onChange: value => choose({ days: String(value) }),
          options: DAYS.map(n => [n, t('filter.days', { n })]),
        }),
      ],
    }, standIn(answer, data => !data.groups.length, t('service.none')) ?? table(answer.data.value.groups, by()));
  },
});

function table(groups, by) {
  return h('div', { class: 'scroll' }, h('table', { 'data-testid': 'service-table' }, [
    h('thead', h('tr', [
      h('th', { scope: 'col' }, by === 'none' ? '' : t(`service.by.${by}`)),
      ...['tickets', 'cancelled', ...SHARES, ...TIMES].map(name => h('th', { class: 'right', scope: 'col' }, t(`service.${name}`))),
    ])),
    h('tbody', groups.map(group => h('tr', { key: group.value }, [
      h('th', { scope: 'row' }, nameOf(by, group.value)),
      h('td', { class: 'right num' }, count(group.tickets)),
      h('td', { class: 'right num' }, count(group.cancelled)),
      ...SHARES.map(name => figure(group[name], group[name].value, x => percent(x, 1))),
      ...TIMES.map(name => figure(group[name], group[name].median, hours)),
    ]))),
  ]));
}

function figure({ n, low, high, insufficient }, value, show) {
  const small = text => h('span', { class: 'fine' }, text);
  if (insufficient) return h('td', { class: 'right num' }, small(t('service.few', insufficient)));
  if (value === undefined && low === undefined) return h('td', { class: 'right num' }, small(t('service.waiting', { n: count(n) })));
  return h('td', { class: 'right num' }, [
    h('b', value === undefined ? '–' : show(value)), h('br'),
    small(`[${low === undefined ? '–' : show(low)}, ${high === undefined ? '∞' : show(high)}] n ${count(n)}`),
  ]);
}

function hours(x) {
  if (x < 1) return t('time.minutes', { n: decimal(x * 60, 0) });
  return x < 48 ? t('time.hours', { n: decimal(x, 1) }) : t('time.days', { n: decimal(x / 24, 1) });
}

function nameOf(by, value) {
  if (by === 'none') return t('service.all');
  if (!value) return t('trend.other');
  return by === 'level' ? `L${value}` : label(by, value);
}

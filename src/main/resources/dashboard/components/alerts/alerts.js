// What rules have found and someone should look at: what nobody has taken comes first.
import { defineComponent, h } from '../../vue.js';
import { api } from '../../api.js';
import { t, words } from '../../i18n.js';
import { useLoad } from '../../load.js';
import { choose, route, to } from '../../routes.js';
import { LEVELS } from '../list-parts.js';
import { panel, select } from '../parts.js';
import { AlertGroup } from './alert-group.js';

const STATES = ['open', 'acknowledged', 'closed'];

export const Alerts = defineComponent({
  name: 'Alerts',
  setup() {
    const rules = useLoad(() => '', (_, signal) => api.rules(signal));
    return () => {
      const { state, level, rule } = route.value.query;
      return panel({
        id: 'alerts', title: t('alerts.title'), lead: t('alerts.lead'),
        controls: controls(state, level, rule, rules.data.value?.rules ?? []),
      }, [
        ...STATES.filter(name => !state || state === name).map(name => h(AlertGroup, { key: name, state: name, level, rule })),
        h('p', { class: 'foot' }, h('a', { href: to('/rules') }, t('alerts.rules'))),
      ]);
    };
  },
});

const controls = (state, level, rule, rules) => [
  select({
    label: t('filter.state'), value: state ?? '', 'data-testid': 'alerts-state', onChange: value => choose({ state: value }),
    options: [['', t('filter.any')], ...STATES.map(name => [name, t(`alert-state:${name}`)])],
  }),
  select({
    label: t('filter.level'), value: level ?? '', 'data-testid': 'alerts-level', onChange: value => choose({ level: value }),
    options: [['', t('filter.any')], ...LEVELS()],
  }),
  select({
    label: t('filter.rule'), value: rule ?? '', 'data-testid': 'alerts-rule', onChange: value => choose({ rule: value }),
    options: [['', t('filter.any')], ...rules.map(one => [one.id, words(one.rule.name)])],
  }),
];

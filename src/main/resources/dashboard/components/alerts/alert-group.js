// The alerts of one state, a page after the other.
import { defineComponent, h, watch } from '../../vue.js';
import { api } from '../../api.js';
import { count, minute } from '../../format.js';
import { label, t, words } from '../../i18n.js';
import { useList } from '../../list.js';
import { nameProducts } from '../../product-names.js';
import { to } from '../../routes.js';
import { deadlineChip, levelChip, moreButton, mutedChip, placeText } from '../list-parts.js';
import { standIn } from '../parts.js';

const PAGE = 20;

export const AlertGroup = defineComponent({
  name: 'AlertGroup',
  props: { state: { type: String, required: true }, level: String, rule: String },
  setup(props) {
    const list = useList(
      () => ({ state: props.state, level: props.level, rule: props.rule, limit: PAGE }),
      (parameters, signal) => api.alerts(parameters, signal), 'alerts');
    watch(list.data, page => nameProducts((page?.alerts ?? []).map(alert => alert.where.product)));
    return () => h('section', {
      class: 'group', 'data-testid': `alerts-${props.state}`, 'aria-labelledby': `alerts-${props.state}-title`,
      'aria-busy': list.loading.value,
    }, [
      h('h3', { id: `alerts-${props.state}-title` }, label('alert-state', props.state)),
      standIn(list, page => !page.alerts.length, t('alerts.none')) ?? h('ul', list.items().map(item)),
      moreButton(list),
    ]);
  },
});

function item(alert) {
  return h('li', { key: alert.id, class: 'row', 'data-testid': 'alert' }, [
    levelChip(alert.level),
    h('div', { class: 'row-body' }, [
      h('a', { class: 'row-title', href: to(`/alerts/${alert.id}`) }, words(alert.title)),
      h('p', { class: 'fine' }, [
        placeText(alert.where), t('alert.since', { time: minute(alert.since) }), t('alert.count', { n: count(alert.count) }), toldText(alert),
      ].filter(Boolean).join(' · ')),
    ]),
    h('div', { class: 'chips' }, [
      mutedChip(alert.mutedUntil),
      alert.state === 'open' ? deadlineChip(t('alert.deadline'), alert.deadline) : null,
    ]),
  ]);
}

/** Whether anybody outside has heard of it. */
export const toldText = ({ told, toldAt, tellAt }) => {
  const past = told && toldAt ? t('alert.told', { n: count(told), time: minute(toldAt) }) : t('alert.untold');
  return tellAt && new Date(tellAt) > new Date() ? `${past} · ${t('alert.held', { time: minute(tellAt) })}` : past;
};

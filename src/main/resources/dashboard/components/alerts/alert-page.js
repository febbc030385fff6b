// One alert: what it says and why, what it rests on, what was done, and what can be done.
import { defineComponent, h, watch } from '../../vue.js';
import { api } from '../../api.js';
import { count, minute } from '../../format.js';
import { label, t, words } from '../../i18n.js';
import { useLoad } from '../../load.js';
import { may } from '../../me.js';
import { nameProducts } from '../../product-names.js';
import { to } from '../../routes.js';
import { deadlineChip, factList, happened, levelChip, mutedChip, part, placeText, stateChip } from '../list-parts.js';
import { panel, standIn } from '../parts.js';
import { AlertActions } from './alert-actions.js';
import { toldText } from './alert-group.js';
import { Evidence } from './evidence.js';
import { figureRows } from './figures.js';

const SEARCH = '/api/v1/reviews?';

export const AlertPage = defineComponent({
  name: 'AlertPage',
  props: { id: { type: String, required: true } },
  setup(props) {
    const answer = useLoad(() => props.id, (id, signal) => api.alert(id, signal));
    const made = useLoad(() => props.id, (id, signal) => api.tickets({ alert: id }, signal));
    watch(answer.data, alert => nameProducts([alert?.where.product]));
    return () => {
      const alert = answer.data.value;
      const tickets = made.data.value?.tickets ?? [];
      return panel({
        id: 'alert', title: alert ? words(alert.title) : t('alerts.title'), loading: answer.loading.value,
        controls: h('a', { href: to('/alerts') }, t('alerts.all')),
      }, standIn(answer, () => false) ?? h('div', { class: 'two' }, [
        h('div', { class: 'stack' }, [
          ...says(alert),
          may('handle') && alert.state !== 'closed'
            ? h(AlertActions, { alert, tickets, onChanged: changed => { answer.data.value = changed; } }) : null,
          h(Evidence, { evidence: alert.evidence }),
          alert.link?.startsWith(SEARCH) ? h('a', { href: `#/reviews?${alert.link.slice(SEARCH.length)}` }, t('alert.reviews')) : null,
        ]),
        h('div', { class: 'stack' }, [part('alert-facts', t('alert.facts'), facts(alert, tickets)), figures(alert), log(alert)]),
      ]));
    };
  },
});

function says(alert) {
  return [
    h('div', { class: 'chips' }, [
      levelChip(alert.level), stateChip('alert-state', alert.state), mutedChip(alert.mutedUntil),
      alert.state === 'closed' ? null : deadlineChip(t('alert.deadline'), alert.deadline),
    ]),
    h('p', { class: 'reading', 'data-testid': 'alert-text' }, words(alert.text)),
    alert.cause ? part('alert-cause', t('alert.cause'), h('p', words(alert.cause))) : null,
  ];
}

function facts(alert, tickets) {
  return factList([
    [t('alert.rule'), words(alert.ruleName)],
    [t('alert.where'), placeText(alert.where)],
    [t('alert.began'), minute(alert.since)],
    [t('alert.raised'), minute(alert.raisedAt)],
    [t('alert.seen'), minute(alert.lastSeen)],
    [t('alert.found'), t('alert.count', { n: count(alert.count) })],
    [t('alert.n'), count(alert.n)],
    [t('alert.notice'), toldText(alert)],
    [t('alert.deadline'), minute(alert.deadline)],
    [t('alert.tickets'), tickets.length ? tickets.map(ticketLine) : null],
  ]);
}

const ticketLine = ({ id, ticket }) => h('div', [
  h('a', { href: to(`/tickets/${id}`) }, `#${id} ${ticket.title}`), ' ', stateChip('ticket-state', ticket.state),
]);

function figures(alert) {
  const rows = figureRows(alert.figures);
  return rows.length ? part('alert-figures', t('alert.figures'), factList(rows)) : null;
}

function log({ log: entries = [] }) {
  return part('alert-log', t('alert.log'), h('ul', { class: 'events' }, entries.map(({ at, what, by, comment }) =>
    happened({ at, by, what: label('alert-log', what), said: comment ? [h('p', { class: 'said' }, comment)] : [] }))));
}

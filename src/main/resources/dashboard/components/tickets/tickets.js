// Problems and how far they have come.
import { defineComponent, h, ref, watch } from '../../vue.js';
import { api } from '../../api.js';
import { isAhead } from '../../clock.js';
import { minute, moment } from '../../format.js';
import { label, t } from '../../i18n.js';
import { useList } from '../../list.js';
import { may, me } from '../../me.js';
import { choose, route, to } from '../../routes.js';
import { LEVELS, deadlineChip, levelChip, moreButton, stateChip } from '../list-parts.js';
import { chip, panel, segments, select, standIn } from '../parts.js';
import { Register } from './register.js';

const STATES = ['registered', 'planned', 'implemented', 'verified', 'closed', 'reopened', 'cancelled'];
const OPEN = ['registered', 'planned', 'implemented', 'verified', 'reopened'].join(',');
const PAGE = 20;

export const Tickets = defineComponent({
  name: 'Tickets',
  setup() {
    const list = useList(() => parameters(route.value.query), (asked, signal) => api.tickets(asked, signal), 'tickets');
    const typed = ref(route.value.query.text ?? '');
    watch(() => route.value.query.text, text => { typed.value = text ?? ''; });
    return () => panel({
      id: 'tickets', title: t('tickets.title'), lead: t('tickets.lead'), loading: list.loading.value,
      controls: controls(route.value.query),
    }, [
      search(typed),
      may('handle') ? h(Register) : null,
      standIn(list, page => !page.tickets.length, t('tickets.none'))
        ?? h('ul', { 'data-testid': 'ticket-list' }, list.items().map(item)),
      moreButton(list),
    ]);
  },
});

/** Whose: by default of everybody. A team's own is shown to who has one. */
function parameters({ whose, state, level, text }) {
  return {
    state: state || (text ? undefined : OPEN), level, text, limit: PAGE,
    mine: whose === 'mine' ? 'true' : undefined,
    team: whose === 'team' ? me.value?.team : undefined,
    overdue: whose === 'overdue' ? 'true' : undefined,
  };
}

function controls({ whose, state, level }) {
  const views = ['', 'mine', ...(me.value?.team ? ['team'] : []), 'overdue'];
  return [
    segments({
      label: t('tickets.whose'), value: whose ?? '', onChange: value => choose({ whose: value }),
      options: views.map(view => [view, t(`tickets.whose.${view || 'all'}`)]),
    }),
    select({
      label: t('filter.state'), value: state ?? '', 'data-testid': 'tickets-state', onChange: value => choose({ state: value }),
      options: [['', t('tickets.open')], ...STATES.map(name => [name, label('ticket-state', name)])],
    }),
    select({
      label: t('filter.level'), value: level ?? '', 'data-testid': 'tickets-level', onChange: value => choose({ level: value }),
      options: [['', t('filter.any')], ...LEVELS()],
    }),
  ];
}

function search(typed) {
  return h('form', {
    class: 'search-form', role: 'search', onSubmit: event => { event.preventDefault(); choose({ text: typed.value.trim() }); },
  }, [
    h('input', {
      type: 'search', value: typed.value, 'aria-label': t('tickets.search'), placeholder: t('tickets.search'), maxlength: 200,
      'data-testid': 'tickets-text', onInput: event => { typed.value = event.target.value; },
    }),
    h('button', { class: 'primary', type: 'submit' }, t('search.go')),
  ]);
}

function item(view) {
  const { id, ticket } = view;
  const { work, clock } = ticket;
  return h('li', { key: id, class: 'row', 'data-testid': 'ticket' }, [
    levelChip(ticket.level),
    h('div', { class: 'row-body' }, [
      h('a', { class: 'row-title', href: to(`/tickets/${id}`) }, `#${id} ${ticket.title}`),
      h('p', { class: 'fine' }, [
        t('ticket.owner', { name: work.owner ?? t('ticket.nobody') }), work.team, t('ticket.registered', { time: minute(clock.registeredAt) }),
      ].filter(Boolean).join(' · ')),
    ]),
    h('div', { class: 'chips' }, [stateChip('ticket-state', ticket.state), ...due(view)]),
  ]);
}

/** Which clock runs: to answer first, then to put it right, then until its measure decides. */
export function due({ ticket: { state, clock }, overdue, decidedFrom }) {
  if (['closed', 'cancelled', 'verified'].includes(state)) return [];
  if (clock.pausedSince) return [chip(t('ticket.paused'), 'noise')];
  if (state === 'implemented' && decidedFrom) return [chip(t(isAhead(decidedFrom) ? 'ticket.decides' : 'ticket.decided', { time: moment(decidedFrom) }))];
  const chips = clock.acknowledgedAt ? [] : [deadlineChip(t('ticket.respond'), clock.respondDue)];
  if (!clock.implementedAt) chips.push(deadlineChip(t('ticket.implement'), clock.implementDue));
  return overdue && !chips.length ? [chip(t('ticket.overdue'), 'risk')] : chips;
}

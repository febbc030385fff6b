// One problem: how it stands, what comes next, whose words it rests on, what was done.
import { defineComponent, h } from '../../vue.js';
import { api } from '../../api.js';
import { label, t } from '../../i18n.js';
import { useLoad } from '../../load.js';
import { may } from '../../me.js';
import { to } from '../../routes.js';
import { factList, levelChip, part, placeText, stateChip } from '../list-parts.js';
import { panel, standIn } from '../parts.js';
import { CaseForm } from './case-form.js';
import { effectOf } from './effect.js';
import { History } from './history.js';
import { life } from './life.js';
import { Linked } from './linked.js';
import { Similar } from './similar.js';
import { NextStep } from './next-step.js';
import { due } from './tickets.js';

export const TicketPage = defineComponent({
  name: 'TicketPage',
  props: { id: { type: String, required: true } },
  setup(props) {
    const answer = useLoad(() => props.id, (id, signal) => api.ticket(id, signal));
    const onChanged = changed => { answer.data.value = changed; };
    return () => {
      const view = answer.data.value;
      return panel({
        id: 'ticket', title: view ? `#${view.id} ${view.ticket.title}` : t('tickets.title'), loading: answer.loading.value,
        controls: h('a', { href: to('/tickets') }, t('tickets.all')),
      }, standIn(answer, () => false) ?? h('div', { class: 'two' }, [
        h('div', { class: 'stack' }, main(view, onChanged, answer.load)), h('div', { class: 'stack' }, beside(view, onChanged)),
      ]));
    };
  },
});

function main(view, onChanged, onAgain) {
  const { ticket } = view;
  return [
    h('div', { class: 'chips' }, [levelChip(ticket.level), stateChip('ticket-state', ticket.state), ...due(view)]),
    ticket.problem ? h('p', { class: 'reading', 'data-testid': 'ticket-problem' }, ticket.problem) : null,
    life(view),
    effectOf(view),
    may('handle') && ticket.state === 'closed' ? h(CaseForm, { view }) : null,
    may('handle') && view.steps.length ? h(NextStep, { view, onChanged, onAgain }) : null,
    h(Linked, { view, onChanged }),
  ];
}

function beside(view, onChanged) {
  return [
    part('ticket-facts', t('ticket.facts'), facts(view)),
    h(Similar, { ticket: view.id }),
    h(History, { view, onChanged }),
  ];
}

function facts({ about, ticket }) {
  const { work, origin, type, reopened } = ticket;
  return factList([
    [t('field.owner'), work.owner],
    [t('field.team'), work.team],
    [t('field.plan'), work.plan],
    [t('field.criterion'), work.criterion],
    [t('field.measure'), goalText(work.goal)],
    [t('alert.where'), placeText(about)],
    [t('field.type'), type && label('type', type)],
    [t('ticket.by'), origin.by],
    [t('ticket.alert'), origin.alert && h('a', { href: to(`/alerts/${origin.alert}`) }, `#${origin.alert}`)],
    [t('ticket.reopened'), reopened || ''],
  ]);
}

function goalText(goal) {
  return goal && [
    t(`goal.${goal.measure}`), goal.aspect && label('aspect', goal.aspect), placeText(goal.in),
    goal.control && t('goal.against', { place: placeText(goal.control) }), t('time.days', { n: goal.days }),
  ].filter(Boolean).join(' · ');
}

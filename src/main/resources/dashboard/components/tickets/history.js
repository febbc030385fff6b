// Who changed what and when, and a place to say something.
import { defineComponent, h, reactive } from '../../vue.js';
import { api } from '../../api.js';
import { area, filled, formOf, submit } from '../../forms.js';
import { label, t } from '../../i18n.js';
import { useList } from '../../list.js';
import { may } from '../../me.js';
import { useSend } from '../../send.js';
import { happened, moreButton, part } from '../list-parts.js';
import { standIn } from '../parts.js';

const PAGE = 20;
const as = kind => value => label(kind, value);
const itself = value => value;

/** Changes that say more than the step itself, and how they are told. The first look is whole, of a later one what differs. */
const TOLD = {
  state: as('ticket-state'), level: itself, 'work.owner': itself, 'work.team': itself,
  title: itself, problem: itself, type: as('type'),
  look: ({ effect }) => label('effect', effect.label), 'look.effect.label': as('effect'),
};

export const History = defineComponent({
  name: 'History',
  props: { view: { type: Object, required: true } },
  emits: ['changed'],
  setup(props, { emit }) {
    const form = reactive({ text: '' });
    const { busy, problem, send } = useSend();
    const list = useList(
      () => ({ id: props.view.id, version: props.view.version }),
      ({ id, cursor }, signal) => api.ticketHistory(id, { cursor, limit: PAGE }, signal), 'entries');
    const comment = async () => {
      const { text } = filled(form);
      const changed = text && await send(() => api.commentTicket(props.view.id, text));
      if (!changed) return;
      form.text = '';
      emit('changed', changed);
    };
    return () => part('ticket-history', t('ticket.history'), [
      may('handle') ? formOf({ id: 'comment-form', label: t('ticket.comment'), problem: problem.value, onSubmit: comment }, [
        area(form, 'text', { rows: 2, required: true }),
      ], [submit(t('ticket.comment'), { busy: busy.value, class: 'quiet', 'data-testid': 'comment-go' })]) : null,
      standIn(list, () => false) ?? h('ul', { class: 'events' }, list.items().map(entry)),
      moreButton(list),
    ]);
  },
});

function entry({ at, by, kind, note, changes }) {
  const rows = kind === 'registered' ? [] : Object.entries(changes ?? {}).filter(([name]) => name in TOLD);
  return happened({
    at, by, what: label('ticket-event', kind),
    said: [
      ...rows.map(([name, { from, to }]) => h('p', { class: 'fine' },
        `${t(`change.${name}`)}: ${value(name, from)} → ${value(name, to)}`)),
      ...(note ? [h('p', { class: 'said' }, note)] : []),
    ],
  });
}

const value = (name, given) => (given === undefined || given === null ? '–' : TOLD[name](given));

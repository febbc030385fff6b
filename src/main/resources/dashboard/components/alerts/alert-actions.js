// What somebody who handles alerts can do with one.
import { defineComponent, h, reactive } from '../../vue.js';
import { api } from '../../api.js';
import { inHours } from '../../clock.js';
import { t } from '../../i18n.js';
import { area, button, choice, filled, formOf } from '../../forms.js';
import { go, to } from '../../routes.js';
import { useSend } from '../../send.js';

const HOURS = [1, 8, 24, 168];

/** What was cancelled may be made anew. */
const standing = tickets => tickets.find(({ ticket }) => ticket.state !== 'cancelled');

// Somebody else may have made one since the page was opened.
async function ticketOf(alert) {
  const { tickets } = await api.tickets({ alert });
  return standing(tickets) ?? api.registerTicket({ alert });
}

export const AlertActions = defineComponent({
  name: 'AlertActions',
  props: { alert: { type: Object, required: true }, tickets: { type: Array, required: true } },
  emits: ['changed'],
  setup(props, { emit }) {
    const form = reactive({ comment: '', hours: 24 });
    const { busy, problem, send } = useSend();
    const act = async call => {
      const changed = await send(() => call(props.alert.id, filled(form).comment));
      if (!changed) return;
      form.comment = '';
      emit('changed', changed);
    };
    const mute = () => act((id, comment) => api.muteAlert(id, inHours(Number(form.hours)), comment));
    const makeTicket = async () => {
      const ticket = await send(() => ticketOf(props.alert.id));
      if (ticket) go(`/tickets/${ticket.id}`);
    };
    return () => {
      const made = standing(props.tickets);
      const rest = name => ({ busy: busy.value, 'data-testid': name });
      return formOf({ id: 'alert-actions', label: t('alert.actions'), problem: problem.value }, [
        area(form, 'comment', { rows: 2, maxlength: 2000 }),
      ], [
        props.alert.state === 'open'
          ? button(t('alert.acknowledge'), () => act(api.acknowledgeAlert), { ...rest('alert-acknowledge'), class: 'primary' }) : null,
        made ? h('a', { href: to(`/tickets/${made.id}`), 'data-testid': 'alert-has-ticket' }, t('alert.hasTicket', { id: made.id }))
          : button(t('alert.ticket'), makeTicket, rest('alert-ticket')),
        button(t('alert.close'), () => act(api.closeAlert), rest('alert-close')),
        h('span', { class: 'joined' }, [
          button(t('alert.mute'), mute, rest('alert-mute')),
          choice(form, 'hours', HOURS.map(n => [n, n < 48 ? t('time.hours', { n }) : t('time.days', { n: n / 24 })])),
        ]),
      ]);
    };
  },
});

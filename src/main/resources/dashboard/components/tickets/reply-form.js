// Records what a customer was answered; the words of a procedure may be taken as they are.
import { defineComponent, h, reactive } from '../../vue.js';
import { api } from '../../api.js';
import { area, button, filled, formOf, input, submit } from '../../forms.js';
import { t, words } from '../../i18n.js';
import { useLoad } from '../../load.js';
import { useSend } from '../../send.js';
import { select } from '../parts.js';

export const ReplyForm = defineComponent({
  name: 'ReplyForm',
  props: { view: { type: Object, required: true }, review: { type: Number, required: true } },
  emits: ['changed', 'close'],
  setup(props, { emit }) {
    const form = reactive({ text: '', channel: '' });
    const { busy, problem, send } = useSend();
    const procedures = useLoad(() => props.view.ticket.type ?? '', (type, signal) => api.procedures(type, signal));
    const reply = async () => {
      const changed = await send(() => api.replyTicket(props.view.id, { ...filled(form), review: props.review }));
      if (changed) emit('changed', changed);
    };
    return () => {
      const texts = (procedures.data.value?.procedures ?? []).filter(({ procedure }) => procedure.texts?.customers);
      return formOf({ id: 'reply-form', label: t('reply.open'), problem: problem.value, onSubmit: reply }, [
        texts.length ? select({
          label: t('reply.texts'), value: '', 'data-testid': 'reply-texts',
          options: [['', t('reply.choose')], ...texts.map(({ name, procedure }) => [name, words(procedure.title)])],
          onChange: name => {
            const found = texts.find(one => one.name === name);
            if (found) form.text = words(found.procedure.texts.customers);
          },
        }) : null,
        area(form, 'text', { required: true, 'data-testid': 'reply-text' }),
        input(form, 'channel', { required: true, maxlength: 100, hint: t('reply.channel.help') }),
        h('p', { class: 'fine' }, t('reply.help')),
      ], [submit(t('reply.go'), { busy: busy.value, 'data-testid': 'reply-go' }), button(t('detail.close'), () => emit('close'))]);
    };
  },
});

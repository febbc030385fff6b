// Registers a problem by hand.
import { defineComponent, h, reactive } from '../../vue.js';
import { api } from '../../api.js';
import { area, choice, filled, formOf, input, submit } from '../../forms.js';
import { t } from '../../i18n.js';
import { go } from '../../routes.js';
import { useSend } from '../../send.js';
import { LEVELS } from '../list-parts.js';
import { TypeField } from './type-field.js';

export const Register = defineComponent({
  name: 'Register',
  setup() {
    const form = reactive({ title: '', problem: '', level: 2, type: '', owner: '', team: '' });
    const { busy, problem, send } = useSend();
    const register = async () => {
      const ticket = await send(() => api.registerTicket({ ...filled(form), level: Number(form.level) }));
      if (ticket) go(`/tickets/${ticket.id}`);
    };
    return () => h('details', { class: 'register' }, [
      h('summary', { 'data-testid': 'register' }, t('tickets.register')),
      formOf({ id: 'register-form', label: t('tickets.register'), problem: problem.value, onSubmit: register }, [
        input(form, 'title', { required: true, maxlength: 200 }),
        area(form, 'problem'),
        h('div', { class: 'fields' }, [
          choice(form, 'level', LEVELS()), h(TypeField, { form }), input(form, 'owner', { maxlength: 100 }), input(form, 'team', { maxlength: 100 }),
        ]),
      ], [submit(t('tickets.register'), { busy: busy.value })]),
    ]);
  },
});

// Makes a case of a closed problem, so that the next one like it is solved sooner.
import { defineComponent, h, reactive, ref } from '../../vue.js';
import { api } from '../../api.js';
import { area, choice, filled, formOf, submit } from '../../forms.js';
import { label, t } from '../../i18n.js';
import { useSend } from '../../send.js';
import { part } from '../list-parts.js';
import { TypeField } from './type-field.js';

const IMPACTS = ['high', 'middle', 'low'];
const MOST_WHYS = 7;

export const CaseForm = defineComponent({
  name: 'CaseForm',
  props: { view: { type: Object, required: true } },
  setup(props) {
    const form = reactive({ type: props.view.ticket.type ?? '', impact: '', directCause: '', deeperCause: '', whys: '' });
    const written = ref(null);
    const { busy, problem, send } = useSend();
    const write = async () => {
      const { whys = '', ...given } = filled(form);
      const body = { ...given, ticket: props.view.id, whys: whys.split('\n').map(why => why.trim()).filter(Boolean).slice(0, MOST_WHYS) };
      written.value = await send(() => api.writeCase(body)) ?? null;
    };
    return () => part('case', t('case.title'), written.value
      ? h('p', { role: 'status', 'data-testid': 'case-written' }, t('case.written', { id: written.value.id }))
      : formOf({ id: 'case-form', label: t('case.title'), problem: problem.value, onSubmit: write }, [
        h('p', { class: 'fine' }, t('case.help')),
        h('div', { class: 'fields' }, [
          h(TypeField, { form, required: true }),
          choice(form, 'impact', [['', t('case.byLevel')], ...IMPACTS.map(name => [name, label('impact', name)])]),
        ]),
        area(form, 'directCause', { rows: 2 }),
        area(form, 'deeperCause', { rows: 2 }),
        area(form, 'whys', { hint: t('case.whys.help') }),
      ], [submit(t('case.write'), { busy: busy.value, 'data-testid': 'case-go' })]));
  },
});

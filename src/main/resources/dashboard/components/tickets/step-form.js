// Takes a step.
import { defineComponent, reactive } from '../../vue.js';
import { api } from '../../api.js';
import { button, filled, formOf, submit } from '../../forms.js';
import { label, t } from '../../i18n.js';
import { ownName } from '../../me.js';
import { useSend } from '../../send.js';
import { goalGiven, goalOf } from './goal-fields.js';
import { fieldsOf, first } from './step-fields.js';

export const StepForm = defineComponent({
  name: 'StepForm',
  props: { view: { type: Object, required: true }, step: { type: String, required: true } },
  emits: ['changed', 'refused', 'again'],
  setup(props, { emit }) {
    const form = reactive(first(props.view.ticket, props.step, ownName()));
    const goal = reactive(goalOf(props.view.ticket.work.goal));
    const { busy, problem, send } = useSend();
    const take = async () => {
      const body = filled(form);
      if (body.level) body.level = Number(body.level);
      if (props.step === 'plan') body.goal = goalGiven(goal);
      const changed = await send(() => api.takeStep(props.view, props.step, body));
      if (changed) emit('changed', changed);
      else emit('refused', props.step);
    };
    return () => formOf({
      id: 'step-form', label: label('step', props.step), problem: problem.value, onSubmit: take,
    }, fieldsOf(props.step, form, goal, props.view), [
      submit(label('step', props.step), { busy: busy.value, 'data-testid': 'step-go' }),
      problem.value ? button(t('step.again'), () => emit('again')) : null,
    ]);
  },
});

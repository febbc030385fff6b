// What a step asks for. What was given before is there already.
import { defineComponent, h, reactive } from '../../vue.js';
import { api } from '../../api.js';
import { area, button, choice, filled, formOf, input, submit } from '../../forms.js';
import { label, t } from '../../i18n.js';
import { ownName } from '../../me.js';
import { useSend } from '../../send.js';
import { LEVELS } from '../list-parts.js';
import { GoalFields, goalGiven, goalOf } from './goal-fields.js';

const reason = (form, required) => area(form, 'reason', { required, rows: 2 });
const people = (form, required) => h('div', { class: 'fields' }, [
  input(form, 'owner', { required, maxlength: 100 }), input(form, 'team', { maxlength: 100 }),
]);

/** Fields by step. */
const FIELDS = {
  assign: form => [people(form, true)],
  plan: (form, goal) => [
    area(form, 'plan', { required: true }), people(form, true), area(form, 'criterion', { required: true, rows: 2 }),
    h(GoalFields, { goal }),
  ],
  implement: form => [reason(form, false)],
  verify: form => [area(form, 'reason', { rows: 2, hint: t('step.verify.help') })],
  close: form => [reason(form, false)],
  reopen: form => [reason(form, true)],
  cancel: form => [reason(form, true)],
  pause: form => [reason(form, true)],
  resume: form => [reason(form, false)],
  regrade: form => [choice(form, 'level', LEVELS()), reason(form, true)],
};

export const StepForm = defineComponent({
  name: 'StepForm',
  props: { view: { type: Object, required: true }, step: { type: String, required: true } },
  emits: ['changed', 'again'],
  setup(props, { emit }) {
    const form = reactive(first(props.view.ticket, props.step));
    const goal = reactive(goalOf(props.view.ticket.work.goal));
    const { busy, problem, send } = useSend();
    const take = async () => {
      const body = filled(form);
      if (body.level) body.level = Number(body.level);
      if (props.step === 'plan') body.goal = goalGiven(goal);
      const changed = await send(() => api.takeStep(props.view, props.step, body));
      if (changed) emit('changed', changed);
    };
    return () => formOf({
      id: 'step-form', label: label('step', props.step), problem: problem.value, onSubmit: take,
    }, FIELDS[props.step](form, goal), [
      submit(label('step', props.step), { busy: busy.value, 'data-testid': 'step-go' }),
      problem.value ? button(t('step.again'), () => emit('again')) : null,
    ]);
  },
});

function first({ work, level }, step) {
  const people = { owner: work.owner ?? ownName(), team: work.team };
  if (step === 'assign') return people;
  if (step === 'plan') return { ...people, plan: work.plan, criterion: work.criterion };
  return step === 'regrade' ? { level, reason: '' } : { reason: '' };
}

// Which step to take next: the one that leads on is offered first.
import { defineComponent, h, ref } from '../../vue.js';
import { label, t } from '../../i18n.js';
import { part } from '../list-parts.js';
import { segments } from '../parts.js';
import { StepForm } from './step-form.js';

const ONWARD = ['close', 'verify', 'implement', 'plan', 'reopen'];

export const NextStep = defineComponent({
  name: 'NextStep',
  props: { view: { type: Object, required: true } },
  emits: ['changed', 'again'],
  setup(props, { emit }) {
    const chosen = ref('');
    const step = () => {
      const { steps, ticket } = props.view;
      if (steps.includes(chosen.value)) return chosen.value;
      const onward = ONWARD.filter(name => name !== 'plan' || ticket.state !== 'planned');
      return onward.find(name => steps.includes(name)) ?? steps[0];
    };
    return () => part('next-step', t('step.title'), [
      segments({
        label: t('step.title'), value: step(), onChange: value => { chosen.value = value; },
        options: props.view.steps.map(name => [name, label('step', name)]),
      }),
      h(StepForm, {
        key: `${props.view.version}/${step()}`, view: props.view, step: step(),
        onChanged: changed => {
          chosen.value = '';
          emit('changed', changed);
        },
        onAgain: () => emit('again'),
      }),
    ]);
  },
});

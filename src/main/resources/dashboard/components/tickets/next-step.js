// Which step to take next: the one that leads on is offered first.
import { defineComponent, h, ref } from '../../vue.js';
import { label, t } from '../../i18n.js';
import { part } from '../list-parts.js';
import { segments } from '../parts.js';
import { StepForm } from './step-form.js';

const ENDED = new Set(['closed', 'cancelled']);
const ONWARD = ['close', 'verify', 'measure', 'implement', 'plan', 'reopen'];

export const NextStep = defineComponent({
  name: 'NextStep',
  props: { view: { type: Object, required: true } },
  emits: ['changed', 'again'],
  setup(props, { emit }) {
    const chosen = ref('');
    const turn = ref(0);
    const step = () => {
      const { steps, ticket } = props.view;
      if (steps.includes(chosen.value)) return chosen.value;
      const onward = ONWARD.filter(name => name !== 'plan' || ticket.state !== 'planned');
      return onward.find(name => steps.includes(name)) ?? steps[0];
    };
    return () => folded(props.view.ticket.state, [
      segments({
        label: t('step.title'), value: step(), onChange: value => { chosen.value = value; },
        options: props.view.steps.map(name => [name, label('step', name)]),
      }),
      h(StepForm, {
        key: `${turn.value}/${step()}/${givenOf(props.view)}`, view: props.view, step: step(),
        onChanged: changed => {
          chosen.value = '';
          turn.value += 1;
          emit('changed', changed);
        },
        // refused to verify, but what was measured for it is kept
        onRefused: refused => { if (refused === 'verify') emit('again'); },
        onAgain: () => {
          turn.value += 1;
          emit('again');
        },
      }),
    ]);
  },
});

// What was typed stays while people comment, but not over what somebody else has written in its place.
const givenOf = ({ ticket: { title, problem, type, level, work } }) => JSON.stringify([title, problem, type, level, work]);

/** What has ended only leads back, which nobody does by mistake. */
const folded = (state, body) => (ENDED.has(state)
  ? h('details', { 'data-testid': 'next-step' }, [h('summary', t('step.back')), h('div', { class: 'part' }, body)])
  : part('next-step', t('step.title'), body));

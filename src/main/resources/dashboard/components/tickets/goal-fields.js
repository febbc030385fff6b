// The measure that a plan wants to make better, by which it is verified.
import { defineComponent, h } from '../../vue.js';
import { api } from '../../api.js';
import { choice, input } from '../../forms.js';
import { label, t } from '../../i18n.js';
import { useLoad } from '../../load.js';

const MEASURES = ['negative', 'complaint', 'positive', 'net', 'rating', 'mention', 'risk'];
const DEFAULT_DAYS = 30;

export const GoalFields = defineComponent({
  name: 'GoalFields',
  props: { goal: { type: Object, required: true } },
  setup(props) {
    const known = useLoad(() => '', (_, signal) => api.reviews({ limit: 1, facets: ['aspect'] }, signal));
    return () => {
      const aspects = (known.data.value?.facets?.aspect ?? []).map(facet => facet.value).filter(Boolean);
      const { goal } = props;
      return h('fieldset', [
        h('legend', t('goal.title')),
        h('p', { class: 'fine' }, t('goal.help')),
        h('div', { class: 'fields' }, [
          choice(goal, 'measure', [['', t('goal.none')], ...MEASURES.map(name => [name, t(`goal.${name}`)])]),
          choice(goal, 'aspect', [['', t('goal.whole')], ...aspects.map(name => [name, label('aspect', name)])]),
          input(goal, 'days', { type: 'number', min: 7, max: 365, hint: t('goal.days.help') }),
          input(goal, 'region', { hint: t('goal.commas') }),
          input(goal, 'control', { hint: t('goal.control.help') }),
        ]),
      ]);
    };
  },
});

/** What the fields show of a goal of before. */
export const goalOf = goal => ({
  measure: goal?.measure ?? '', aspect: goal?.aspect ?? '', days: goal?.days ?? DEFAULT_DAYS,
  region: (goal?.in?.region ?? []).join('、'), control: (goal?.control?.region ?? []).join('、'),
});

/** The goal as the interface takes it; undefined where none is wanted. */
export function goalGiven({ measure, aspect, days, region, control }) {
  if (!measure) return undefined;
  const regions = text => text.split(/[,，、\s]+/).filter(Boolean);
  const place = text => (regions(text).length ? { region: regions(text) } : undefined);
  return { measure, aspect: aspect || undefined, days: Number(days) || DEFAULT_DAYS, in: place(region), control: place(control) };
}

// Cases that may help: what was learnt of problems like this one.
import { defineComponent, h } from '../../vue.js';
import { api } from '../../api.js';
import { label, listed, t } from '../../i18n.js';
import { useLoad } from '../../load.js';
import { factList, part } from '../list-parts.js';
import { standIn } from '../parts.js';

export const Similar = defineComponent({
  name: 'Similar',
  props: { ticket: { type: Number, required: true } },
  setup(props) {
    const answer = useLoad(() => props.ticket, (id, signal) => api.similarCases(id, signal));
    return () => part('similar', t('similar.title'), answer.data.value && !answer.data.value.cases.length
      ? h('p', { class: 'fine' }, t('similar.none'))
      : standIn(answer, () => false) ?? answer.data.value.cases.map(found => h('details', { key: found.id }, [
        h('summary', `#${found.id} ${found.case.title}`), told(found),
      ])));
  },
});

function told({ case: known, shared }) {
  return factList([
    [t('field.problem'), known.problem],
    [t('field.impact'), known.impact && label('impact', known.impact)],
    [t('field.directCause'), known.directCause],
    [t('field.deeperCause'), known.deeperCause],
    [t('field.measures'), known.measures],
    [t('field.effect'), known.effect],
    [t('similar.shared'), listed(shared ?? [])],
  ]);
}

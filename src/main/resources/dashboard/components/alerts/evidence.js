// The reviews behind an alert as the caller may read them, with the words that raised it.
import { defineComponent, h } from '../../vue.js';
import { api } from '../../api.js';
import { t } from '../../i18n.js';
import { useLoad } from '../../load.js';
import { part } from '../list-parts.js';
import { standIn } from '../parts.js';
import { reviewItem } from '../review-item.js';

export const Evidence = defineComponent({
  name: 'Evidence',
  props: { evidence: { type: Array, required: true } },
  setup(props) {
    const answer = useLoad(() => props.evidence, read);
    return () => {
      if (!props.evidence.length) return null;
      const { shown, hidden } = answer.data.value ?? { shown: [], hidden: 0 };
      return part('alert-evidence', t('alert.evidence'), [
        standIn(answer, () => !shown.length, t('alert.evidence.none')) ?? h('ul', { class: 'reviews' }, shown.map(reviewItem)),
        shown.length && hidden ? h('p', { class: 'fine' }, t('alert.evidence.hidden', { n: hidden })) : null,
      ]);
    };
  },
});

/** Each review once, however many places of it are told; one that is gone or not the caller's to see is counted. */
async function read(evidence, signal) {
  const places = Map.groupBy(evidence, proof => proof.id);
  const found = await Promise.all([...places].map(([id, highlights]) =>
    api.review(id, signal).then(review => ({ ...review, highlights }), failure => unlessMissing(failure))));
  const shown = found.filter(Boolean);
  return { shown, hidden: found.length - shown.length };
}

function unlessMissing(failure) {
  if (failure.status === 404) return null;
  throw failure;
}

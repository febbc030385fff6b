// One review at an address of its own, for links from a chat.
import { defineComponent, h } from '../vue.js';
import { api } from '../api.js';
import { t } from '../i18n.js';
import { useLoad } from '../load.js';
import { reviewBody } from './detail.js';
import { panel, standIn } from './parts.js';

export const ReviewPage = defineComponent({
  name: 'ReviewPage',
  props: { id: { type: String, required: true } },
  setup(props) {
    const answer = useLoad(() => props.id, (id, signal) => api.review(id, signal));
    return () => panel({ id: 'review-page', title: t('detail.title'), loading: answer.loading.value },
      standIn(answer, () => false) ?? h('div', { class: 'stack narrow' }, reviewBody(answer.data.value)));
  },
});

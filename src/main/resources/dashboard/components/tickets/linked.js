// The linked reviews as the caller may read them, and what their writers were answered.
import { defineComponent, h, ref } from '../../vue.js';
import { api } from '../../api.js';
import { minute } from '../../format.js';
import { button } from '../../forms.js';
import { label, t } from '../../i18n.js';
import { useList } from '../../list.js';
import { may } from '../../me.js';
import { moreButton, part } from '../list-parts.js';
import { standIn } from '../parts.js';
import { reviewItem } from '../review-item.js';
import { ReplyForm } from './reply-form.js';

const PAGE = 20;

export const Linked = defineComponent({
  name: 'Linked',
  props: { view: { type: Object, required: true } },
  emits: ['changed'],
  setup(props, { emit }) {
    const answering = ref(null);
    const list = useList(
      () => ({ id: props.view.id, linked: props.view.reviews?.length }),
      ({ id, cursor }, signal) => api.ticketReviews(id, { cursor, limit: PAGE }, signal), 'reviews');
    const below = id => {
      if (!may('handle')) return null;
      if (answering.value !== id) {
        return button(t('reply.open'), () => { answering.value = id; }, { 'data-testid': 'reply-open' });
      }
      return h(ReplyForm, {
        view: props.view, review: id, onClose: () => { answering.value = null; },
        onChanged: changed => {
          answering.value = null;
          emit('changed', changed);
        },
      });
    };
    return () => part('ticket-reviews', t('ticket.reviews'), [
      standIn(list, page => !page.reviews.length, t('ticket.reviews.none'))
        ?? h('div', { class: 'stack' }, list.items().map(review => h('div', { key: review.id, class: 'linked' }, [
          h('ul', { class: 'reviews' }, reviewItem(review)), ...replies(props.view, review.id), below(review.id),
        ]))),
      moreButton(list),
    ]);
  },
});

const replies = ({ replies: all = [] }, id) => all.filter(reply => reply.review === id).map(({ at, by, channel, text }) =>
  h('blockquote', { 'data-testid': 'reply' }, [
    h('p', text), h('p', { class: 'fine' }, [by, label('channel', channel), minute(at)].join(' · ')),
  ]));

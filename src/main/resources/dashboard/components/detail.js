// The drawer with one review and everything known about it.
import { defineComponent, h, nextTick, ref, watch } from '../vue.js';
import { api } from '../api.js';
import { label, t } from '../i18n.js';
import { useLoad } from '../load.js';
import { minute } from '../format.js';
import { opened } from '../state.js';
import { analysisView } from './analysis.js';
import { facts } from './review-item.js';
import { standIn, stars } from './parts.js';

const close = () => { opened.value = null; };

export const ReviewDetail = defineComponent({
  name: 'ReviewDetail',
  setup() {
    const dialog = ref(null);
    const answer = useLoad(() => opened.value, (id, signal) => (id === null ? null : api.review(id, signal)));
    watch(opened, async (id, before) => {
      await nextTick();
      if (id !== null && before === null) dialog.value?.showModal();
      if (id === null) dialog.value?.close();
    });
    const shown = () => (answer.data.value && answer.data.value.id === opened.value ? answer.data.value : null);
    return () => h('dialog', {
      ref: dialog, class: 'drawer', 'data-testid': 'detail', 'aria-labelledby': 'detail-title',
      onClose: close, onClick: event => event.target === dialog.value && close(),
    }, h('div', { class: 'drawer-body' }, [
      h('header', { class: 'panel-head' }, [
        h('h2', { id: 'detail-title' }, t('detail.title')),
        h('button', { class: 'quiet', onClick: close }, t('detail.close')),
      ]),
      shown() ? reviewBody(shown()) : standIn(answer, data => !data, t('loading')),
    ]));
  },
});

export function reviewBody({ review, analysis, initialText, version, receivedAt }) {
  return [
    h('p', { class: 'fine' }, [stars(review.rating), ' ', facts(review)]),
    initialText && h('blockquote', { lang: 'zh' }, [h('b', t('detail.initial')), h('p', initialText)]),
    analysis ? analysisView(analysis) : h('p', { class: 'reading', lang: 'zh' }, review.text),
    h('section', { class: 'part' }, [
      h('h3', t('detail.attributes')),
      h('dl', { class: 'facts' }, known(review, version, receivedAt).map(([name, value]) => [h('dt', name), h('dd', value)])),
    ]),
  ];
}

function known(review, version, receivedAt) {
  const { author = {}, attributes = {} } = review;
  const dimension = (name, value, kind) => [t(`dimension:${name}`), kind ? label(kind, value ?? '') : value];
  return [
    dimension('brand', review.brand),
    dimension('product', [review.productName, review.product].filter(Boolean).join(' ')),
    dimension('store', review.store),
    dimension('kind', review.kind, 'kind'),
    dimension('ageBand', author.ageBand),
    dimension('gender', author.gender, 'gender'),
    dimension('level', author.level),
    dimension('variant', review.variant),
    ['ID', `${review.channel} / ${review.externalId}`],
    [t('detail.received'), receivedAt && minute(receivedAt)],
    ...(version > 1 ? [['', t('detail.version', { n: version })]] : []),
    ...(review.likes ? [['', t('detail.likes', { n: review.likes })]] : []),
    ...Object.entries(attributes),
  ].filter(([, value]) => value);
}

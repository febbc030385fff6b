// One review in a list.
import { h } from '../vue.js';
import { label, t } from '../i18n.js';
import { minute } from '../format.js';
import { marked } from '../spans.js';
import { opened } from '../state.js';
import { marks } from './analysis.js';
import { chip, sentimentChip, stars } from './parts.js';

/** @param item {id, review, analysis, highlights} as the interface gives it */
export function reviewItem({ id, review, analysis, highlights = [] }) {
  const text = analysis?.text ?? review.text;
  return h('li', { key: id, class: 'review', 'data-testid': 'review' }, [
    h('button', { class: 'review-open', title: t('search.open'), onClick: () => { opened.value = id; } }, [
      h('p', { class: 'review-text', lang: 'zh' }, marked(text, analysis ? marks(analysis) : [], highlights)),
    ]),
    h('div', { class: 'review-facts' }, [
      sentimentChip(analysis?.sentiment),
      ...(analysis?.risks ?? []).slice(0, 2).map(risk => chip(label('risk', risk.type), 'risk')),
      ...(analysis?.noise ?? []).map(type => chip(label('noise', type), 'noise')),
      review.kind === 'followup' && chip(label('kind', 'followup')),
      stars(review.rating),
      h('span', { class: 'fine' }, facts(review)),
    ]),
  ]);
}

export function facts(review) {
  return [
    review.productName ?? review.product ?? review.brand,
    label('channel', review.channel),
    review.region,
    review.writtenAt && minute(review.writtenAt),
  ].filter(Boolean).join(' · ');
}

// The figures of the chosen selection in one line, and how much noise was left out of them.
import { defineComponent, h } from '../vue.js';
import { api } from '../api.js';
import { t } from '../i18n.js';
import { count, percent, signed } from '../format.js';
import { useLoad } from '../load.js';
import { netOf } from '../measure.js';
import { filter, selection } from '../state.js';
import { standIn } from './parts.js';

export const Summary = defineComponent({
  name: 'Summary',
  setup() {
    const answer = useLoad(
      () => ({ ...selection(), interval: 'month' }),
      (parameters, signal) => api.sentiment(parameters, signal));
    return () => h('section', { class: 'summary', 'data-testid': 'summary', 'aria-busy': answer.loading.value },
      standIn(answer, () => false) ?? tiles(answer.data.value.noise));
  },
});

function tiles(noise) {
  const stance = filter.noise === 'exclude' ? noise.without : noise.with;
  const net = netOf(stance);
  const { negativeShare: negative } = stance;
  return [
    tile('reviews', t('summary.reviews'), count(stance.n)),
    tile('net', t('summary.net'), net ? signed(net.value * 100, 1) : '–',
      interval(net, share => signed(share * 100, 1)), t('summary.net.help')),
    tile('negative', t('summary.negative'), negative ? percent(negative.value, 1) : '–',
      interval(negative, share => percent(share, 1))),
    tile('noise', t(filter.noise === 'exclude' ? 'summary.noise' : 'summary.noise.in'), count(noise.with.n - noise.without.n),
      noise.with.n ? t('summary.noise.share', { share: percent(1 - noise.without.n / noise.with.n, 1) }) : null),
  ];
}

const interval = (share, show) => share && t('summary.interval', { low: show(share.low), high: show(share.high) });

function tile(id, name, figure, beside, help) {
  return h('div', { class: 'tile', title: help, 'data-testid': `summary-${id}` }, [
    h('span', { class: 'tile-name' }, name),
    h('span', { class: 'tile-figure num' }, figure),
    beside ? h('span', { class: 'fine num' }, beside) : null,
  ]);
}

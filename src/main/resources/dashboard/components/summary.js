// The figures of the chosen selection in one line.
import { defineComponent, h } from '../vue.js';
import { api } from '../api.js';
import { t } from '../i18n.js';
import { count, percent, signed } from '../format.js';
import { useLoad } from '../load.js';
import { filter, selection } from '../state.js';
import { standIn } from './parts.js';
import { netOf, total } from '../measure.js';

export const Summary = defineComponent({
  name: 'Summary',
  setup() {
    const answer = useLoad(
      () => ({ ...selection(), interval: 'month' }),
      async (parameters, signal) => {
        const [shown, all] = await Promise.all([
          api.sentiment(parameters, signal),
          api.sentiment({ ...parameters, noise: 'include' }, signal),
        ]);
        const clean = filter.noise === 'exclude' ? shown : await api.sentiment({ ...parameters, noise: 'exclude' }, signal);
        return { sum: total(shown.buckets), noise: total(all.buckets).n - total(clean.buckets).n };
      });
    return () => h('section', { class: 'summary', 'data-testid': 'summary', 'aria-busy': answer.loading.value },
      standIn(answer, () => false) ?? tiles(answer.data.value));
  },
});

function tiles({ sum, noise }) {
  const net = netOf(sum);
  return [
    tile('reviews', t('summary.reviews'), count(sum.n)),
    tile('net', t('summary.net'), net ? signed(net.value * 100, 1) : '–',
      net && `[${signed(net.low * 100, 1)}, ${signed(net.high * 100, 1)}]`, t('summary.net.help')),
    tile('negative', t('summary.negative'), sum.n ? percent(sum.negative / sum.n, 1) : '–', sum.n && count(sum.negative)),
    tile('noise', t(filter.noise === 'exclude' ? 'summary.noise' : 'summary.noise.in'), count(noise)),
  ];
}

function tile(id, name, figure, beside, help) {
  return h('div', { class: 'tile', title: help, 'data-testid': `summary-${id}` }, [
    h('span', { class: 'tile-name' }, name),
    h('span', { class: 'tile-figure num' }, figure),
    beside ? h('span', { class: 'fine num' }, beside) : null,
  ]);
}

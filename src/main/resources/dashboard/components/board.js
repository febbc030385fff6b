// The overview: filters and what the reviews say, or how to begin where there is none.
import { defineComponent, h, ref, watch } from '../vue.js';
import { api } from '../api.js';
import { t } from '../i18n.js';
import { anchor, caller } from '../state.js';
import { Analyze } from './analyze.js';
import { Filters } from './filters.js';
import { Live } from './live.js';
import { Rising } from './rising.js';
import { Search } from './search.js';
import { start } from './start.js';
import { Summary } from './summary.js';
import { Trend } from './trend.js';

/** Whether there is no review at all yet; null until it is known. */
const empty = ref(null);

export const Board = defineComponent({
  name: 'Board',
  setup() {
    watch(caller, () => {
      empty.value = null;
      if (caller.value) findAnchor();
    }, { immediate: true });
    return () => {
      if (empty.value === null) return h('div', { class: 'stand-in', role: 'status' }, h('p', t('loading')));
      return empty.value ? firstSteps() : board();
    };
  },
});

// Presets end at the newest review where the data ends in the past, so that an import of last year shows something.
async function findAnchor() {
  try {
    const page = await api.reviews({ limit: 1, order: 'newest', noise: 'include' });
    const newest = page.hits[0]?.review?.writtenAt;
    const end = newest ? new Date(newest).getTime() + 1000 : Date.now();
    anchor.value = new Date(Math.min(end, Date.now()));
    empty.value = page.total === 0;
  } catch {
    anchor.value = new Date();
    empty.value = false; // the panels tell the problem
  }
}

const board = () => [
  h(Filters), h(Summary), h('div', { class: 'grid' }, [h(Trend), h(Rising), h(Analyze), h(Live)]), h(Search),
];

const firstSteps = () => [start({ onAgain: findAnchor }), h('div', { class: 'grid' }, [h(Analyze), h(Live)])];

// Reviews as they are analysed. A lost connection is taken up again where it broke.
import { defineComponent, h, onBeforeUnmount, ref, shallowRef, watch } from '../vue.js';
import { api } from '../api.js';
import { document } from '../documents.js';
import { count } from '../format.js';
import { t } from '../i18n.js';
import { events } from '../sse.js';
import { caller } from '../state.js';
import { reviewItem } from './review-item.js';
import { panel } from './parts.js';

const KEPT = 30;
const LONGEST_WAIT = 15_000;

export const Live = defineComponent({
  name: 'Live',
  setup() {
    const items = shallowRef([]);
    const counters = shallowRef(null);
    const connected = ref(false);
    const paused = ref(false);
    let running = null;

    function show(item) {
      items.value = [item, ...items.value.filter(one => one.id !== item.id)].slice(0, KEPT);
    }

    function take({ type, data }) {
      const value = JSON.parse(data);
      if (type === 'counters') counters.value = value;
      if (type === 'review' && !paused.value) show(document(value));
    }

    async function follow(signal) {
      let lastId;
      let wait = 500;
      while (!signal.aborted) {
        try {
          const response = await api.stream(signal, lastId);
          connected.value = true;
          wait = 500;
          for await (const event of events(response)) {
            lastId = event.id ?? lastId;
            take(event);
          }
        } catch (failure) {
          if (failure.status === 401 || failure.status === 403) return;
        }
        connected.value = false;
        await pause(wait, signal);
        wait = Math.min(wait * 2, LONGEST_WAIT);
      }
    }

    watch(caller, value => {
      running?.abort();
      running = new AbortController();
      if (value) follow(running.signal);
    }, { immediate: true });
    onBeforeUnmount(() => running?.abort());

    return () => panel({
      id: 'live', title: t('live.title'), lead: counted(counters.value),
      controls: [
        h('span', { class: ['status', { on: connected.value }], role: 'status', 'data-testid': 'live-status' },
          t(connected.value ? 'live.on' : 'live.off')),
        h('button', { class: 'quiet', 'aria-pressed': paused.value, onClick: () => { paused.value = !paused.value; } },
          t(paused.value ? 'live.resume' : 'live.pause')),
      ],
    }, items.value.length
      ? h('ul', { class: 'reviews fill', 'data-testid': 'live-reviews', 'aria-live': 'off' }, items.value.map(reviewItem))
      : h('div', { class: 'stand-in' }, h('p', t('live.waiting'))));
  },
});

function counted(counters) {
  return counters && t('live.counted', { n: count(counters.reviews ?? 0), negative: count(counters.negative ?? 0) });
}

const pause = (time, signal) => new Promise(done => {
  const timer = setTimeout(done, time);
  signal.addEventListener('abort', () => { clearTimeout(timer); done(); }, { once: true });
});

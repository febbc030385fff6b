// The page: a header, the filters, and the panels in order. A new panel is one component and one line here.
import { createApp, defineComponent, h, ref, watch } from './vue.js';
import { api } from './api.js';
import { t } from './i18n.js';
import { anchor, key, locale, refused, switchTheme } from './state.js';
import { Analyze } from './components/analyze.js';
import { ReviewDetail } from './components/detail.js';
import { Filters } from './components/filters.js';
import { KeyGate } from './components/key-gate.js';
import { Live } from './components/live.js';
import { Rising } from './components/rising.js';
import { Search } from './components/search.js';
import { Summary } from './components/summary.js';
import { Trend } from './components/trend.js';

const App = defineComponent({
  name: 'App',
  setup() {
    const ready = ref(false);
    watch([key, refused], async () => {
      ready.value = false;
      if (!key.value || refused.value) return;
      await findAnchor();
      ready.value = !refused.value;
    }, { immediate: true });
    return () => [header(), key.value && !refused.value ? ready.value && board() : h(KeyGate)];
  },
});

// Presets end at the newest review where the data ends in the past, so that an import of last year shows something.
async function findAnchor() {
  try {
    const page = await api.reviews({ limit: 1, order: 'newest', noise: 'include' });
    const newest = page.hits[0]?.review?.writtenAt;
    const end = newest ? new Date(newest).getTime() + 1000 : Date.now();
    anchor.value = new Date(Math.min(end, Date.now()));
  } catch {
    anchor.value = new Date(); // the panels tell the problem
  }
}

function header() {
  return h('header', { class: 'top' }, [
    h('a', { class: 'skip', href: '#search' }, t('skip')),
    h('img', { src: 'icon.svg', alt: '', width: 32, height: 32 }),
    h('div', { class: 'name' }, [h('h1', t('title')), h('p', { class: 'lead' }, t('tagline'))]),
    h('nav', [
      key.value ? h('button', { class: 'quiet', onClick: () => { key.value = ''; refused.value = false; } }, t('key.forget')) : null,
      h('button', { class: 'quiet', 'aria-label': t('theme.switch'), title: t('theme.switch'), onClick: switchTheme }, '◐'),
      h('button', {
        class: 'quiet', 'data-testid': 'language', onClick: () => { locale.value = locale.value === 'zh' ? 'en' : 'zh'; },
      }, t('language.switch')),
    ]),
  ]);
}

function board() {
  return h('main', { 'data-testid': 'board' }, [
    h(Filters),
    h(Summary),
    h('div', { class: 'grid' }, [h(Trend), h(Rising), h(Search), h('div', { class: 'side' }, [h(Analyze), h(Live)])]),
    h(ReviewDetail),
  ]);
}

createApp(App).mount('#app');

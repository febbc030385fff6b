// The page: a header, the filters, and the panels in order. A new panel is one component and one line here.
import { createApp, defineComponent, h, ref, watch } from './vue.js';
import { api } from './api.js';
import { t } from './i18n.js';
import { anchor, caller, key, locale, refused, session, switchTheme } from './state.js';
import { Analyze } from './components/analyze.js';
import { ReviewDetail } from './components/detail.js';
import { Filters } from './components/filters.js';
import { KeyGate } from './components/key-gate.js';
import { Live } from './components/live.js';
import { Rising } from './components/rising.js';
import { Search } from './components/search.js';
import { start } from './components/start.js';
import { Summary } from './components/summary.js';
import { Trend } from './components/trend.js';

/** Whether there is no review at all yet; null until it is known. */
const empty = ref(null);

const App = defineComponent({
  name: 'App',
  setup() {
    watch([caller, refused], () => {
      empty.value = null;
      if (caller.value && !refused.value) findAnchor();
    }, { immediate: true });
    return () => [header(), caller.value && !refused.value ? main() : h(KeyGate)];
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

async function signOut() {
  if (session.value && !key.value) await api.logout().catch(() => {}); // it ends by itself where the service cannot be asked
  key.value = '';
  session.value = '';
  refused.value = false;
}

function header() {
  return h('header', { class: 'top' }, [
    h('a', { class: 'skip', href: '#search' }, t('skip')),
    h('img', { src: 'icon.svg', alt: '', width: 32, height: 32 }),
    h('div', { class: 'name' }, [h('h1', t('title')), h('p', { class: 'lead' }, t('tagline'))]),
    h('nav', [
      caller.value ? h('button', { class: 'quiet', 'data-testid': 'sign-out', onClick: signOut }, t('key.forget')) : null,
      h('button', { class: 'quiet', 'aria-label': t('theme.switch'), title: t('theme.switch'), onClick: switchTheme }, '◐'),
      h('button', {
        class: 'quiet', 'data-testid': 'language', onClick: () => { locale.value = locale.value === 'zh' ? 'en' : 'zh'; },
      }, t('language.switch')),
    ]),
  ]);
}

function main() {
  if (empty.value === null) return h('main', h('div', { class: 'stand-in', role: 'status' }, h('p', t('loading'))));
  return h('main', { 'data-testid': 'board' }, empty.value ? firstSteps() : board());
}

function board() {
  return [
    h(Filters),
    h(Summary),
    h('div', { class: 'grid' }, [h(Trend), h(Rising), h(Analyze), h(Live)]),
    h(Search),
    h(ReviewDetail),
  ];
}

function firstSteps() {
  return [start({ onAgain: findAnchor }), h('div', { class: 'grid' }, [h(Analyze), h(Live)]), h(ReviewDetail)];
}

createApp(App).mount('#app');

// What the whole page shares: the key, the selection every panel asks about, language and theme.
import { computed, reactive, ref, watch } from './vue.js';

const KEY = 'huisheng.key';

export const key = ref(takeKeyFromAddress() ?? sessionStorage.getItem(KEY) ?? '');
watch(key, value => (value ? sessionStorage.setItem(KEY, value) : sessionStorage.removeItem(KEY)));
addEventListener('hashchange', () => {
  key.value = takeKeyFromAddress() ?? key.value;
});

/**
 * Token of the session of somebody who has logged in, empty where a key is used. The session itself is in a cookie that no
 * script can read; without it the token opens nothing, so all tabs may know it.
 */
export const session = ref(remembered('session') ?? '');
watch(session, value => remember('session', value));

/** Who asks, whichever way they came in; empty for nobody yet. */
export const caller = computed(() => key.value || session.value);

/** Set once a request was refused, so that the page asks for another key. */
export const refused = ref(false);

export const filter = reactive({
  days: 90,
  brand: '',
  product: '',
  region: '',
  noise: 'exclude',
});

/** End of the presets: now, or the newest review where the data ends earlier (a demo, an import). */
export const anchor = ref(new Date());

/** What the search panel shows; other panels set it when a word or a slice is clicked. */
export const search = reactive({ text: '', facets: {} });

/** Id of the review in the drawer, null while closed. */
export const opened = ref(null);

export const locale = ref(remembered('locale') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'));
watch(locale, value => {
  remember('locale', value);
  document.documentElement.lang = value === 'zh' ? 'zh-CN' : 'en';
}, { immediate: true });

const systemDark = matchMedia('(prefers-color-scheme: dark)');
export const theme = ref(remembered('theme') ?? (systemDark.matches ? 'dark' : 'light'));
watch(theme, value => {
  document.documentElement.dataset.theme = value;
}, { immediate: true });
systemDark.addEventListener('change', event => {
  if (!remembered('theme')) theme.value = event.matches ? 'dark' : 'light';
});

export function switchTheme() {
  theme.value = theme.value === 'dark' ? 'light' : 'dark';
  remember('theme', theme.value);
}

/** Search for these words, and bring the panel into view. */
export function searchFor(text, facets = {}) {
  search.text = text;
  search.facets = facets;
  document.getElementById('search')?.scrollIntoView({ behavior: 'smooth', block: 'start' });
}

/** The period of the filter as {from, until}, ISO-8601; empty for all time. */
export function period() {
  if (!filter.days) return {};
  const until = anchor.value;
  return { from: new Date(until - filter.days * 86_400_000).toISOString(), until: until.toISOString() };
}

/** The filter as query parameters. */
export function selection() {
  const { brand, product, region, noise } = filter;
  return { ...period(), brand, product, region, noise };
}

// A key in the fragment never reaches a server log; it is removed so that it is not copied along with the address.
function takeKeyFromAddress() {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given) history.replaceState(null, '', location.pathname + location.search);
  return given;
}

function remembered(name) {
  return localStorage.getItem(`huisheng.${name}`);
}

function remember(name, value) {
  localStorage.setItem(`huisheng.${name}`, value);
}

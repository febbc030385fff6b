// Search in the words of customers, with facets and pages.
import { defineComponent, h, onScopeDispose, reactive, ref, shallowRef, watch } from '../vue.js';
import { api } from '../api.js';
import { count } from '../format.js';
import { label, t } from '../i18n.js';
import { useLoad } from '../load.js';
import { search, selection } from '../state.js';
import { reviewItem } from './review-item.js';
import { panel, segments, standIn } from './parts.js';

const FACETS = ['sentiment', 'aspectPolarity', 'channel', 'region', 'rating', 'risk'];
const SHOWN_VALUES = 6;
const PAGE = 20;

export const Search = defineComponent({
  name: 'Search',
  setup() {
    const typed = ref(search.text);
    const order = ref('newest');
    const more = useMore();
    watch(() => search.text, text => { typed.value = text; });
    const parameters = () => ({ ...selection(), ...search.facets, q: search.text, order: order.value, limit: PAGE, facets: FACETS });
    const answer = useLoad(parameters, (asked, signal) => {
      more.reset();
      return api.reviews(asked, signal);
    });
    const submit = event => {
      event.preventDefault();
      search.text = typed.value.trim();
    };
    return () => panel({
      id: 'search', title: t('search.title'), loading: answer.loading.value,
      lead: answer.data.value && t('search.total', { n: count(answer.data.value.total) }),
      controls: segments({
        label: t('search.order'), value: order.value, onChange: value => { order.value = value; },
        options: [['newest', t('search.newest')], ['relevance', t('search.relevance')]],
      }),
    }, [
      form(typed, submit),
      h('div', { class: 'found' }, [
        facetList(answer.data.value?.facets ?? {}),
        h('div', standIn(answer, page => !page.hits.length) ?? hits(answer.data.value, more, parameters)),
      ]),
    ]);
  },
});

/** The pages after the first; a new question forgets them. */
function useMore() {
  const state = reactive({ loading: false, cursor: null });
  const items = shallowRef([]);
  let running = null;
  const reset = () => {
    running?.abort();
    state.loading = false;
    state.cursor = null;
    items.value = [];
  };
  onScopeDispose(reset);
  const next = async (parameters, cursor) => {
    running = new AbortController();
    const { signal } = running;
    state.loading = true;
    try {
      const page = await api.reviews({ ...parameters, facets: [], cursor }, signal);
      if (signal.aborted) return;
      items.value = [...items.value, ...page.hits];
      state.cursor = page.cursor ?? '';
    } catch {
      // the button stays, to be pressed again
    } finally {
      if (!signal.aborted) state.loading = false;
    }
  };
  return { state, items, reset, next };
}

function form(typed, submit) {
  return h('form', { class: 'search-form', role: 'search', onSubmit: submit }, [
    h('input', {
      type: 'search', value: typed.value, placeholder: t('search.placeholder'), 'aria-label': t('search.title'),
      'data-testid': 'search-input', spellcheck: false, onInput: event => { typed.value = event.target.value; },
    }),
    h('button', { class: 'primary', type: 'submit', 'data-testid': 'search-go' }, t('search.go')),
  ]);
}

function hits(page, { state, items, next }, parameters) {
  const cursor = state.cursor ?? page.cursor;
  return [
    h('ul', { class: 'reviews columns', 'data-testid': 'search-hits' }, [...page.hits, ...items.value].map(reviewItem)),
    cursor ? h('button', {
      class: 'quiet more', disabled: state.loading, 'data-testid': 'search-more', onClick: () => next(parameters(), cursor),
    }, state.loading ? t('loading') : t('search.more')) : null,
  ];
}

function facetList(facets) {
  return h('aside', { class: 'facets', 'data-testid': 'facets' }, FACETS
    .filter(name => facets[name]?.length || search.facets[name])
    .map(name => h('section', { key: name }, [
      h('h3', t(`dimension:${name}`)),
      h('ul', values(facets[name] ?? [], name).map(({ value, n }) => facetValue(name, value, n))),
    ])));
}

function values(facets, name) {
  const shown = facets.slice(0, SHOWN_VALUES);
  const chosen = search.facets[name];
  return chosen && !shown.some(facet => facet.value === chosen) ? [{ value: chosen, n: 0 }, ...shown] : shown;
}

function facetValue(name, value, n) {
  const pressed = search.facets[name] === value;
  return h('li', h('button', {
    'aria-pressed': pressed,
    onClick: () => { search.facets = { ...search.facets, [name]: pressed ? undefined : value }; },
  }, [h('span', facetName(name, value)), h('span', { class: 'num fine' }, count(n))]));
}

function facetName(name, value) {
  if (name === 'rating') return '★'.repeat(Number(value));
  if (name !== 'aspectPolarity') return label(name, value);
  const cut = value.lastIndexOf(':');
  return `${label('aspect', value.slice(0, cut))} ${label('sentiment', value.slice(cut + 1))}`;
}

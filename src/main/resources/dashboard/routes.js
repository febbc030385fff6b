// Which page the address names. It stands in the fragment: no server sees it, and it outlives a reload and a login.
import { computed, ref } from './vue.js';
import './state.js'; // takes a key out of the address before it is read here

const given = ref(location.hash);
addEventListener('hashchange', () => { given.value = location.hash; });

/** {page, id, query} of the address `#/tickets/5?…`; the page is empty for the overview. */
export const route = computed(() => {
  const [path, query] = given.value.replace(/^#\/?/, '').split('?');
  const [page, id] = given.value.startsWith('#/') ? path.split('/') : [''];
  return { page, id: /^\d+$/.test(id) ? id : undefined, search: query ?? '', query: Object.fromEntries(new URLSearchParams(query)) };
});

/** The address of a page, without those parts of its query that are empty. */
export function to(path, query = {}) {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
  return `#${path}${text ? `?${text}` : ''}`;
}

export function go(path, query) {
  location.hash = to(path, query);
}

/** The same page with another choice: one that the back button need not undo. */
export function choose(choice) {
  const { page, id, query } = route.value;
  history.replaceState(null, '', to(`/${page}${id ? `/${id}` : ''}`, { ...query, ...choice }));
  given.value = location.hash;
}

// The reviews that a search of the interface finds, whose parameters stand in the address: what lies behind a figure.
import { defineComponent, h } from '../vue.js';
import { api } from '../api.js';
import { count } from '../format.js';
import { t } from '../i18n.js';
import { useList } from '../list.js';
import { route } from '../routes.js';
import { moreButton } from './list-parts.js';
import { panel, standIn } from './parts.js';
import { reviewItem } from './review-item.js';

export const Found = defineComponent({
  name: 'Found',
  setup() {
    const list = useList(() => asked(route.value.search), (parameters, signal) => api.reviews(parameters, signal), 'hits');
    return () => panel({
      id: 'found', title: t('found.title'), loading: list.loading.value,
      lead: list.data.value && t('search.total', { n: count(list.data.value.total) }),
    }, standIn(list, page => !page.hits.length) ?? [
      h('ul', { class: 'reviews columns', 'data-testid': 'found-reviews' }, list.items().map(reviewItem)), moreButton(list),
    ]);
  },
});

/** A name may stand there more than once. */
function asked(search) {
  const parameters = {};
  for (const [name, value] of new URLSearchParams(search)) parameters[name] = [...(parameters[name] ?? []), value];
  return parameters;
}

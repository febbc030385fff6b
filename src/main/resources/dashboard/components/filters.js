// The bar of filters that every panel follows. Its choices are the values that exist, counted over the chosen period.
import { defineComponent, h, watch } from '../vue.js';
import { api } from '../api.js';
import { label, t } from '../i18n.js';
import { day } from '../format.js';
import { nameProducts } from '../product-names.js';
import { useLoad } from '../load.js';
import { anchor, filter, period } from '../state.js';
import { select } from './parts.js';

const DAYS = [7, 30, 90, 180, 0];
const DIMENSIONS = ['brand', 'product', 'region'];

export const Filters = defineComponent({
  name: 'Filters',
  setup() {
    const choices = useLoad(
      () => ({ ...period(), limit: 1, facets: DIMENSIONS }),
      (parameters, signal) => api.reviews(parameters, signal));
    watch(choices.data, page => nameProducts((page?.facets?.product ?? []).map(facet => facet.value)));
    return () => h('form', {
      class: 'filters', 'aria-label': t('filter.label'), 'data-testid': 'filters', onSubmit: event => event.preventDefault(),
    }, [
      select({
        label: t('filter.period'), value: filter.days, 'data-testid': 'filter-period',
        options: DAYS.map(n => [n, n ? t('filter.days', { n }) : t('filter.all')]),
        onChange: value => { filter.days = Number(value); },
      }),
      ...DIMENSIONS.map(name => select({
        label: t(`dimension:${name}`), value: filter[name], 'data-testid': `filter-${name}`,
        options: [['', t('filter.any')], ...values(choices.data.value, name)],
        onChange: value => { filter[name] = value; },
      })),
      h('label', { class: 'check' }, [
        h('input', {
          type: 'checkbox', checked: filter.noise === 'include', 'data-testid': 'filter-noise',
          onChange: event => { filter.noise = event.target.checked ? 'include' : 'exclude'; },
        }),
        t('filter.noise'),
      ]),
      filter.days ? h('span', { class: 'fine until' }, t('filter.until', { day: day(anchor.value) })) : null,
    ]);
  },
});

// A chosen value stays a choice even where the period has no review of it.
function values(page, name) {
  const found = (page?.facets?.[name] ?? []).map(facet => facet.value).filter(Boolean);
  if (filter[name] && !found.includes(filter[name])) found.unshift(filter[name]);
  return found.map(value => [value, label(name, value)]);
}

// A facet gives a product's number; its name stands in its reviews.
import { api } from './api.js';
import { productNames } from './documents.js';

const MOST = 20;
const asked = new Set();

/** Reads one review of each product whose name is not known yet; one without a name keeps its number. */
export function nameProducts(numbers) {
  for (const number of new Set(numbers.slice(0, MOST))) {
    if (!number || asked.has(number) || productNames[number]) continue;
    asked.add(number);
    api.reviews({ product: number, limit: 1, noise: 'include' }).catch(() => asked.delete(number));
  }
}

// Texts of the page. t('search.more') reads the current language; {n} is filled from the second argument.
import { aspectNames, productNames } from './documents.js';
import { locale } from './state.js';
import { zh } from './texts/zh.js';
import { zhResponse } from './texts/zh-response.js';
import { en } from './texts/en.js';
import { enResponse } from './texts/en-response.js';

const texts = { zh: { ...zh, ...zhResponse }, en: { ...en, ...enResponse } };
const told = { aspect: aspectNames, product: productNames };

export function t(name, values = {}) {
  const text = texts[locale.value][name] ?? texts.zh[name] ?? name;
  return text.replace(/\{(\w+)}/g, (_, part) => values[part] ?? '');
}

/** Several of a kind in a line. */
export const listed = texts => texts.join(locale.value === 'zh' ? '、' : ', ');

/** A sentence that the service tells in both languages. */
export const words = wording => wording?.[locale.value] || wording?.zh || '';

/**
 * The name of a label of the interface, for example ('risk', 'food-safety'); the label itself where it has none.
 * What the reviews tell is Chinese, and more exact than the page's own Chinese.
 */
export function label(kind, value) {
  const own = texts[locale.value][`${kind}:${value}`];
  const name = told[kind]?.[value];
  return (locale.value === 'zh' ? name ?? own : own ?? name) ?? value;
}

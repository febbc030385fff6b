// When a rule speaks, in a sentence.
import { h } from '../../vue.js';
import { period } from '../../clock.js';
import { count, decimal, percent, signed } from '../../format.js';
import { label, listed, t } from '../../i18n.js';

const ABSOLUTE = new Set(['net', 'rating']);

const list = (kind, values) => listed((values ?? []).map(value => label(kind, value)));

export function conditionText({ when, each }) {
  const sentence = SENTENCES[when.kind]?.(when) ?? when.kind;
  return each ? t('condition.each', { sentence, dimension: t(`dimension:${each}`) }) : sentence;
}

const SENTENCES = {
  immediate: ({ risk, rating, intents, influence, negative }) => [
    risk && t('condition.risk', { types: risk.types.length ? list('risk', risk.types) : t('filter.any'), level: risk.severity }),
    rating && t('condition.rating', { n: rating }),
    intents?.length && t('condition.intents', { intents: list('intent', intents) }),
    influence && influenceText(influence),
    negative && t('condition.negative'),
  ].filter(Boolean).join(t('condition.and')),
  threshold: when => t(when.target === undefined ? 'condition.change' : 'condition.target', {
    measure: measure(when), target: value(when, when.target), change: change(when),
    window: period(when.window), baseline: period(when.baseline), n: when.minimum,
  }),
  anomaly: when => t('condition.anomaly', { measure: measure(when), interval: t(`interval:${when.interval}`), n: when.minimum }),
  'rising-word': when => t('condition.rising', {
    window: period(when.window), ratio: decimal(when.ratio, 1), n: when.minimum, what: t(`condition.${when.of}`),
  }),
  competitor: when => t('condition.competitor', {
    rivals: when.rivals?.length ? ` (${listed(when.rivals)})` : '',
    window: period(when.window), n: when.minimum,
  }),
  crisis: when => t('condition.crisis', { window: period(when.window), n: when.minimum, channels: when.channels }),
};

const influenceText = ({ likes, purchases, levels }) => [
  likes && t('condition.likes', { n: count(likes) }),
  purchases && t('condition.purchases', { n: count(purchases) }),
  levels?.length && t('condition.levels', { levels: listed(levels) }),
].filter(Boolean).join(t('condition.or'));

function measure({ measure: name, of }) {
  const what = of && label(name === 'risk' ? 'risk' : 'aspect', of);
  return what ? `${label('measure', name)} (${what})` : label('measure', name);
}

/** As a part of what it was, but for measures that have a zero of their own. */
const change = when => (ABSOLUTE.has(when.measure) ? value(when, when.change) : percent(when.change ?? 0));

const value = ({ measure: name }, target) => {
  if (target === undefined) return '';
  if (name === 'net') return signed(target * 100);
  return name === 'volume' || name === 'rating' ? decimal(target, 1) : percent(target, 1);
};

/** To which reviews it is narrowed; null where it is about all. */
export function placeOf({ filter }) {
  const values = Object.entries(filter?.in ?? {}).map(([name, all]) => `${t(`dimension:${name}`)}: ${list(name, all)}`);
  const text = [...values, filter?.query].filter(Boolean).join(' · ');
  return text ? h('span', { class: 'fine' }, ` ${text}`) : null;
}

// The figures of an alert in words. Each kind of rule tells its own; one that has no name here is told by its own name.
import { decimal, minute, percent, signed } from '../../format.js';
import { label, listed, t } from '../../i18n.js';

/** Measures that are shares of reviews. */
const SHARES = new Set(['negative', 'aspect', 'aspect-negative', 'risk']);
/** Figures of the measure itself. */
const VALUES = new Set(['value', 'expected', 'high', 'target', 'limit', 'baseline']);
const CHANCES = new Set(['p', 'q']);
const KINDS = { measure: 'measure', of: 'aspect', aspect: 'aspect', sentiment: 'sentiment', channels: 'channel', move: 'move' };

/** Rows [name, text] for a list of facts. */
export const figureRows = figures => Object.entries(figures ?? {})
  .filter(([, value]) => value !== null && value !== '')
  .map(([name, value]) => [t(`figure.${name}`), text(name, value, figures)]);

function text(name, value, { measure }) {
  if (Array.isArray(value)) return listed(value.map(one => (name === 'risks' ? risk(one) : label(KINDS[name], one))));
  if (name === 'goldenUntil') return minute(value);
  if (name === 'of' && measure === 'risk') return label('risk', value);
  if (typeof value === 'number') return number(name, value, measure);
  return typeof value === 'object' ? JSON.stringify(value) : label(KINDS[name], value);
}

/** `health:1`, a type and how grave it is. */
function risk(told) {
  const [type, severity] = told.split(':');
  return `${label('risk', type)} L${severity}`;
}

function number(name, value, measure) {
  if (CHANCES.has(name)) return value < 1e-6 ? '< 0.000001' : value.toPrecision(2);
  if (name === 'share' || (name === 'baseline' && measure === undefined)) return percent(value, 1);
  if (measure === 'net') return signed(value * 100, 1);
  return VALUES.has(name) && SHARES.has(measure) ? percent(value, 1) : decimal(value, 2);
}

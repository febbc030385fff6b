// The steps of a problem's life in their order, with what is known of each.
import { h } from '../../vue.js';
import { isAhead } from '../../clock.js';
import { minute, moment } from '../../format.js';
import { t } from '../../i18n.js';

/** Each stage: its name, when it was reached or what stands for it. */
const STAGES = [
  ['registered', ({ clock }) => minute(clock.registeredAt)],
  ['planned', ({ clock }) => clock.plannedAt && minute(clock.plannedAt)],
  ['owner', ({ work }) => work.owner],
  ['criterion', ({ work }) => work.criterion && t('life.set')],
  ['implemented', ({ clock }) => clock.implementedAt && minute(clock.implementedAt)],
  ['verified', ({ clock }) => clock.verifiedAt && minute(clock.verifiedAt)],
  ['closed', ({ clock }) => clock.closedAt && minute(clock.closedAt)],
];

/** Stages that a reopened problem has to go through again. */
const AGAIN = new Set(['implemented', 'verified', 'closed']);

export function life({ ticket, decidedFrom }) {
  const known = STAGES.map(([name, tell]) => [name, ticket.state === 'reopened' && AGAIN.has(name) ? '' : tell(ticket)]);
  const next = ticket.state === 'cancelled' ? '' : known.find(([, text]) => !text)?.[0];
  const waits = name => {
    if (name !== next) return t('life.open');
    return name === 'verified' && isAhead(decidedFrom) ? t('life.from', { time: moment(decidedFrom) }) : t('life.next');
  };
  return h('ol', { class: 'life', 'data-testid': 'life', 'aria-label': t('life') }, known.map(([name, text]) => h('li', {
    class: { done: text, next: name === next }, 'aria-current': name === next ? 'step' : undefined,
  }, [h('b', t(`life.${name}`)), h('span', { class: 'fine num' }, text || waits(name))])));
}

// What each step asks for.
import { h } from '../../vue.js';
import { isAhead } from '../../clock.js';
import { area, choice, input } from '../../forms.js';
import { moment } from '../../format.js';
import { t } from '../../i18n.js';
import { LEVELS } from '../list-parts.js';
import { GoalFields } from './goal-fields.js';
import { TypeField } from './type-field.js';

const help = text => h('p', { class: 'fine', 'data-testid': 'step-help' }, text);
const reason = (form, required, hint) => area(form, 'reason', { required, rows: 2, hint });
const people = (form, required) => h('div', { class: 'fields' }, [
  input(form, 'owner', { required, maxlength: 100 }), input(form, 'team', { maxlength: 100 }),
]);

/** Fields by step, of what is filled in, the goal beside it, and the problem as it stands. */
const FIELDS = {
  assign: form => [people(form, true)],
  plan: (form, goal) => [
    area(form, 'plan', { required: true }), people(form, true), area(form, 'criterion', { required: true, rows: 2 }),
    h(GoalFields, { goal }),
  ],
  implement: form => [reason(form, false)],
  measure: (form, _, view) => [help(measureHelp(view)), reason(form, false)],
  verify: (form, _, { ticket }) => [help(t(`step.verify.${proofOf(ticket)}`)), reason(form, ['none', 'open'].includes(proofOf(ticket)))],
  close: form => [reason(form, false)],
  reopen: form => [reason(form, true)],
  cancel: form => [reason(form, true)],
  pause: form => [reason(form, true)],
  resume: form => [reason(form, false)],
  regrade: form => [choice(form, 'level', LEVELS()), reason(form, true, t('step.regrade.help'))],
  edit: (form, _, { ticket }) => [
    input(form, 'title', { required: true, maxlength: 200 }), area(form, 'problem', { required: Boolean(ticket.problem) }),
    h('div', { class: 'fields' }, h(TypeField, { form, required: Boolean(ticket.type) })), reason(form, false),
  ],
};

export const fieldsOf = (step, form, goal, view) => FIELDS[step](form, goal, view);

/** What the fields hold at first: what was given before. */
export function first({ work, level, title, problem, type }, step, self) {
  const people = { owner: work.owner ?? self, team: work.team };
  return {
    assign: people,
    plan: { ...people, plan: work.plan, criterion: work.criterion },
    regrade: { level, reason: '' },
    edit: { title, problem, type: type ?? '', reason: '' },
  }[step] ?? { reason: '' };
}

function measureHelp({ decidedFrom, ticket }) {
  const values = { days: ticket.work.goal?.days, time: moment(decidedFrom) };
  return t(isAhead(decidedFrom) ? 'step.measure.early' : 'step.measure.final', values);
}

/** By which it would be verified: `none` where no measure is named, `due` where the look at it is still to come. */
function proofOf({ work, look }) {
  if (!work.goal) return 'none';
  if (!look || look.preliminary) return 'due';
  return look.effect.label === 'better' ? 'better' : 'open';
}

// Fields of forms. Each stands under the name that the interface gives it, and in its label's text.
import { h } from './vue.js';
import { t } from './i18n.js';

const labelled = (name, control, hint) => h('label', { class: 'field wide' }, [
  h('span', t(`field.${name}`)), control, hint && h('span', { class: 'fine' }, hint),
]);

const bound = (form, name, rest) => ({
  value: form[name] ?? '', name, 'data-testid': `field-${name}`,
  onInput: event => { form[name] = event.target.value; }, ...rest,
});

export const input = (form, name, { hint, ...rest } = {}) => labelled(name, h('input', bound(form, name, rest)), hint);

export const area = (form, name, { hint, ...rest } = {}) =>
  labelled(name, h('textarea', bound(form, name, { rows: 3, maxlength: 8000, ...rest })), hint);

export const choice = (form, name, options, rest = {}) => labelled(name, h('select', {
  ...bound(form, name, rest), onChange: event => { form[name] = event.target.value; },
}, options.map(([value, text]) => h('option', { value, selected: String(value) === String(form[name] ?? '') }, text))));

/** A form with its fields, buttons and what was said against it. */
export function formOf({ id, label, problem, onSubmit }, fields, buttons) {
  return h('form', {
    class: 'stack', 'data-testid': id, 'aria-label': label, onSubmit: event => { event.preventDefault(); onSubmit?.(); },
  }, [
    ...fields,
    problem && h('p', { class: 'wrong', role: 'alert' }, problem),
    h('div', { class: 'buttons' }, buttons),
  ]);
}

export const submit = (text, { busy, ...rest } = {}) =>
  h('button', { class: 'primary', type: 'submit', disabled: busy, ...rest }, text);

export const button = (text, onClick, { busy, ...rest } = {}) =>
  h('button', { class: 'quiet', type: 'button', disabled: busy, onClick, ...rest }, text);

/** What of a form was filled in; an empty field is left out. */
export const filled = form => Object.fromEntries(
  Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value])
    .filter(([, value]) => value !== '' && value !== undefined && value !== null));

// Asks for the access key before anything else is shown.
import { defineComponent, h, ref } from '../vue.js';
import { t } from '../i18n.js';
import { key, refused } from '../state.js';

export const KeyGate = defineComponent({
  name: 'KeyGate',
  setup() {
    const typed = ref('');
    const enter = event => {
      event.preventDefault();
      if (!typed.value.trim()) return;
      refused.value = false;
      key.value = typed.value.trim();
    };
    return () => h('main', { class: 'gate' }, h('form', { class: 'panel', onSubmit: enter, 'data-testid': 'key-gate' }, [
      h('h2', t('key.title')),
      h('p', { class: 'lead' }, t('key.help')),
      refused.value && h('p', { class: 'wrong', role: 'alert' }, t('key.refused')),
      h('label', { class: 'field wide' }, [
        h('span', t('key.label')),
        h('input', {
          type: 'password', autocomplete: 'off', autofocus: true, value: typed.value, 'data-testid': 'key',
          onInput: event => { typed.value = event.target.value; },
        }),
      ]),
      h('button', { class: 'primary', type: 'submit' }, t('key.enter')),
    ]));
  },
});

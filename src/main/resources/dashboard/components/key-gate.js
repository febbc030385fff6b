// Asks who is there before anything else is shown: name and password, or an access key.
import { defineComponent, h, ref } from '../vue.js';
import { api } from '../api.js';
import { t } from '../i18n.js';
import { key, refused, session } from '../state.js';

export const KeyGate = defineComponent({
  name: 'KeyGate',
  setup: () => () => h('main', { class: 'gate', 'data-testid': 'key-gate' }, [h(LoginForm), h(KeyForm)]),
});

const LoginForm = defineComponent({
  name: 'LoginForm',
  setup() {
    const login = ref('');
    const password = ref('');
    const problem = ref('');
    const enter = async event => {
      event.preventDefault();
      if (!login.value.trim() || !password.value) return;
      key.value = '';
      try {
        const me = await api.login(login.value.trim(), password.value);
        refused.value = false;
        session.value = me.csrfToken;
      } catch (failure) {
        problem.value = failure.status ? failure.message : t('problem.unreachable');
      }
      password.value = '';
    };
    return () => h('form', { class: 'panel', onSubmit: enter, 'data-testid': 'login' }, [
      h('h2', t('login.title')),
      session.value && refused.value && !problem.value && h('p', { class: 'lead' }, t('login.over')),
      problem.value && h('p', { class: 'wrong', role: 'alert' }, problem.value),
      field('login.name', 'text', 'username', login),
      field('login.password', 'password', 'current-password', password),
      h('button', { class: 'primary', type: 'submit' }, t('login.enter')),
    ]);
  },
});

const KeyForm = defineComponent({
  name: 'KeyForm',
  setup() {
    const typed = ref('');
    const enter = event => {
      event.preventDefault();
      if (!typed.value.trim()) return;
      session.value = '';
      refused.value = false;
      key.value = typed.value.trim();
    };
    return () => h('form', { class: 'panel', onSubmit: enter }, [
      h('h2', t('key.title')),
      h('p', { class: 'lead' }, t('key.help')),
      key.value && refused.value && h('p', { class: 'wrong', role: 'alert' }, t('key.refused')),
      field('key.label', 'password', 'off', typed, 'key'),
      h('button', { class: 'primary', type: 'submit' }, t('key.enter')),
    ]);
  },
});

function field(label, type, autocomplete, value, testId = label.replace('.', '-')) {
  return h('label', { class: 'field wide' }, [
    h('span', t(label)),
    h('input', {
      type, autocomplete, value: value.value, 'data-testid': testId,
      onInput: event => { value.value = event.target.value; },
    }),
  ]);
}

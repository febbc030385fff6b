// A box to have any sentence read. Nothing of it is kept.
import { defineComponent, h, ref, shallowRef } from '../vue.js';
import { api } from '../api.js';
import { t } from '../i18n.js';
import { analysisView } from './analysis.js';
import { panel } from './parts.js';

const MOST = 2000;

export const Analyze = defineComponent({
  name: 'Analyze',
  setup() {
    const text = ref(t('analyze.example'));
    const result = shallowRef(null);
    const problem = shallowRef(null);
    const loading = ref(false);

    async function submit(event) {
      event.preventDefault();
      if (!text.value.trim() || loading.value) return;
      loading.value = true;
      problem.value = null;
      try {
        result.value = await api.analyze({ text: text.value });
      } catch (failure) {
        problem.value = failure;
      } finally {
        loading.value = false;
      }
    }

    return () => panel({ id: 'analyze', title: t('analyze.title'), loading: loading.value }, [
      h('form', { class: 'analyze-form', onSubmit: submit }, [
        h('textarea', {
          rows: 3, maxlength: MOST, lang: 'zh', value: text.value, placeholder: t('analyze.placeholder'), 'aria-label': t('analyze.text'),
          'data-testid': 'analyze-text', onInput: event => { text.value = event.target.value; },
          onKeydown: event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event); },
        }),
        h('button', { class: 'primary', type: 'submit', disabled: loading.value, 'data-testid': 'analyze-go' }, t('analyze.go')),
      ]),
      problem.value && h('p', { class: 'wrong', role: 'alert' }, problem.value.message || t('problem.unreachable')),
      result.value && h('div', { 'data-testid': 'analyze-result', 'aria-live': 'polite' }, analysisView(result.value)),
    ]);
  },
});

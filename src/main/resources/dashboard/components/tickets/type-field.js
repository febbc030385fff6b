// The type of a problem: those that procedures are made for, and whatever it has already.
import { defineComponent, h } from '../../vue.js';
import { api } from '../../api.js';
import { choice } from '../../forms.js';
import { label, t } from '../../i18n.js';
import { useLoad } from '../../load.js';

export const TypeField = defineComponent({
  name: 'TypeField',
  props: { form: { type: Object, required: true }, required: Boolean },
  setup(props) {
    const answer = useLoad(() => '', (_, signal) => api.procedures('', signal));
    return () => {
      const known = (answer.data.value?.procedures ?? []).flatMap(({ procedure }) => procedure.types ?? []);
      const types = [...new Set([...known, props.form.type])].filter(Boolean).sort();
      return choice(props.form, 'type', [['', t('type.none')], ...types.map(type => [type, label('type', type)])], { required: props.required });
    };
  },
});

// What is watched, in words. Administrators switch rules on and off and have them keep silent; the rest is edited by the API.
import { defineComponent, h, ref } from '../../vue.js';
import { api } from '../../api.js';
import { inHours, isAhead, period } from '../../clock.js';
import { minute } from '../../format.js';
import { button } from '../../forms.js';
import { t, words } from '../../i18n.js';
import { useLoad } from '../../load.js';
import { may } from '../../me.js';
import { to } from '../../routes.js';
import { useSend } from '../../send.js';
import { levelChip, mutedChip } from '../list-parts.js';
import { panel, standIn } from '../parts.js';
import { conditionText, placeOf } from './rule-words.js';

const MUTE_HOURS = 24;
// ends a silence whatever the clock of this machine says
const LONG_AGO = new Date(0).toISOString();

export const Rules = defineComponent({
  name: 'Rules',
  setup() {
    const answer = useLoad(() => '', (_, signal) => api.rules(signal));
    const { busy, problem, send } = useSend();
    const said = ref('');
    const act = async (call, says) => {
      const changed = await send(call);
      if (!changed) return;
      said.value = says;
      answer.data.value = { rules: answer.data.value.rules.map(one => (one.id === changed.id ? changed : one)) };
    };
    const admin = one => ({
      toggle: () => act(
        () => api.changeRule(one.id, { ...one.rule, enabled: !one.rule.enabled }, one.version),
        t(one.rule.enabled ? 'rules.switchedOff' : 'rules.switchedOn', { name: words(one.rule.name) })),
      mute: () => {
        const until = inHours(MUTE_HOURS);
        return act(() => api.muteRule(one.id, until), t('rules.muted', { name: words(one.rule.name), until: minute(until) }));
      },
      unmute: () => act(() => api.muteRule(one.id, LONG_AGO), t('rules.unmuted', { name: words(one.rule.name) })),
    });
    return () => panel({
      id: 'rules', title: t('rules.title'), lead: t(may('admin') ? 'rules.lead.admin' : 'rules.lead'),
      loading: answer.loading.value, controls: h('a', { href: to('/alerts') }, t('alerts.all')),
    }, [
      problem.value && h('p', { class: 'wrong', role: 'alert' }, problem.value),
      h('p', { class: 'fine', role: 'status' }, said.value),
      standIn(answer, data => !data.rules.length, t('rules.none')) ?? table(answer.data.value.rules, admin, busy.value),
    ]);
  },
});

function table(rules, admin, busy) {
  return h('div', { class: 'scroll' }, h('table', { class: 'wrapping', 'data-testid': 'rules-table' }, [
    h('thead', h('tr', [
      ...['level', 'name', 'when', 'every', 'state'].map(name => h('th', { scope: 'col' }, t(`rules.${name}`))),
      may('admin') ? h('th', { scope: 'col' }, t('rules.change')) : null,
    ])),
    h('tbody', rules.map(one => h('tr', { key: one.id, 'data-testid': `rule-${one.code ?? one.id}` }, [
      h('td', levelChip(one.rule.level)),
      h('th', { scope: 'row' }, h('a', { href: to('/alerts', { rule: one.id }) }, words(one.rule.name))),
      h('td', [conditionText(one.rule), placeOf(one.rule)]),
      h('td', one.rule.when.every ? period(one.rule.when.every) : t('rules.atOnce')),
      h('td', [t(one.rule.enabled ? 'rules.on' : 'rules.off'), mutedChip(one.mutedUntil), mutedBy(one)]),
      may('admin') ? h('td', buttons(one, admin(one), busy)) : null,
    ]))),
  ]));
}

function mutedBy(one) {
  return isAhead(one.mutedUntil) ? h('p', { class: 'fine' }, t('rules.mutedBy', { name: one.mutedBy })) : null;
}

function buttons(one, { toggle, mute, unmute }, busy) {
  const name = words(one.rule.name);
  const silent = isAhead(one.mutedUntil);
  return h('div', { class: 'buttons' }, [
    button(t(one.rule.enabled ? 'rules.switchOff' : 'rules.switchOn'), toggle, {
      busy, 'data-testid': 'rule-toggle', 'aria-label': `${t(one.rule.enabled ? 'rules.switchOff' : 'rules.switchOn')} ${name}`,
    }),
    button(t(silent ? 'rules.unmute' : 'rules.mute'), silent ? unmute : mute, {
      busy, 'data-testid': silent ? 'rule-unmute' : 'rule-mute', 'aria-label': `${t(silent ? 'rules.unmute' : 'rules.mute')} ${name}`,
    }),
  ]);
}

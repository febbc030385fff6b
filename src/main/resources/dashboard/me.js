// Who the caller is: what they may do decides what the page offers. The service decides again by itself.
import { shallowRef, watch } from './vue.js';
import { api } from './api.js';
import { caller, refused } from './state.js';

/** {name, displayName, rights, team}; null until it is known. */
export const me = shallowRef(null);

watch([caller, refused], async () => {
  me.value = null;
  const asked = caller.value;
  if (!asked || refused.value) return;
  const known = await api.me().catch(() => null); // the panels tell the problem
  if (asked === caller.value) me.value = known;
}, { immediate: true });

export function may(right) {
  const rights = me.value?.rights ?? [];
  return rights.includes(right) || rights.includes('admin');
}

/** Under which name somebody owns tickets: by it the service knows whose are whose. */
export const ownName = () => me.value?.name ?? '';

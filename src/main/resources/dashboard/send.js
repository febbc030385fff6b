// Something that a person sends: one at a time, and what the service says against it.
import { ref } from './vue.js';
import { t } from './i18n.js';

/** What a problem says to a person. */
export const problemText = problem => (problem.status === 0 || !problem.message ? t('problem.unreachable') : problem.message);

/** send(call) gives what the call answered, undefined where it was refused; `problem` then says why. */
export function useSend() {
  const busy = ref(false);
  const problem = ref('');
  async function send(call) {
    if (busy.value) return undefined;
    busy.value = true;
    try {
      const answer = await call();
      problem.value = '';
      return answer ?? null;
    } catch (failure) {
      problem.value = problemText(failure);
      return undefined;
    } finally {
      busy.value = false;
    }
  }
  return { busy, problem, send };
}

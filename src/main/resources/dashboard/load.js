import { onScopeDispose, ref, shallowRef, watch } from './vue.js';
import { caller } from './state.js';

/**
 * Loads again whenever `parameters()` changes; a newer question cancels the one under way.
 * Keeps the last answer while the next is coming, so that panels do not flicker.
 */
export function useLoad(parameters, ask) {
  const data = shallowRef(null);
  const problem = shallowRef(null);
  const loading = ref(false);
  let running = null;

  async function load() {
    running?.abort();
    const mine = (running = new AbortController());
    loading.value = true;
    try {
      const answer = await ask(parameters(), mine.signal);
      if (mine !== running) return;
      data.value = answer;
      problem.value = null;
    } catch (failure) {
      if (mine !== running || failure.name === 'AbortError') return;
      problem.value = failure;
    }
    loading.value = false;
  }

  watch([() => JSON.stringify(parameters()), caller], () => caller.value && load(), { immediate: true });
  onScopeDispose(() => running?.abort());
  return { data, problem, loading, load };
}

// A list that comes in pages.
import { ref, shallowRef } from './vue.js';
import { useLoad } from './load.js';

/**
 * The first page like useLoad; more() adds the next.
 *
 * @param part name of the list in an answer
 */
export function useList(parameters, ask, part) {
  const further = shallowRef([]);
  const cursor = ref('');
  const busy = ref(false);
  let asked = null;
  const answer = useLoad(parameters, async (wanted, signal) => {
    const page = await ask(wanted, signal);
    asked = wanted;
    further.value = [];
    cursor.value = page.cursor ?? '';
    return page;
  });
  async function more() {
    const first = asked;
    busy.value = true;
    try {
      const page = await ask({ ...first, cursor: cursor.value });
      if (first !== asked) return; // another question by now
      further.value = [...further.value, ...page[part]];
      cursor.value = page.cursor ?? '';
    } catch {
      // the button stays, to be pressed again
    } finally {
      busy.value = false;
    }
  }
  const items = () => [...(answer.data.value?.[part] ?? []), ...further.value];
  return { ...answer, items, cursor, busy, more };
}

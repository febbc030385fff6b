// An ECharts canvas that follows its data, its box and the theme. Tooltips are DOM nodes, as the CSP forbids inline style text.
import * as echarts from '/webjars/echarts/5.3.1/dist/echarts.esm.min.js';
import { defineComponent, h, nextTick, onBeforeUnmount, onMounted, ref, watch } from './vue.js';
import { locale, theme } from './state.js';

export const Chart = defineComponent({
  name: 'Chart',
  props: { option: { type: Function, required: true }, label: { type: String, required: true } },
  setup(props) {
    const box = ref(null);
    let chart = null;
    const draw = () => chart?.setOption(props.option(colours()), { notMerge: true });
    const resize = new ResizeObserver(() => chart?.resize());

    onMounted(() => {
      chart = echarts.init(box.value, null, { renderer: 'canvas' });
      resize.observe(box.value);
      draw();
    });
    onBeforeUnmount(() => {
      resize.disconnect();
      chart?.dispose();
    });
    // the theme's colours are read from the document, which changes first
    watch([() => props.option, locale, theme], () => nextTick(draw));
    return () => h('div', { ref: box, class: 'chart', role: 'img', 'aria-label': props.label });
  },
});

/** Colours of the theme: colour('positive') reads --positive. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  return name => style.getPropertyValue(`--${name}`).trim();
}

/** A tooltip of a heading and rows [colour, name, value]. */
export function tooltip(heading, rows) {
  const node = document.createElement('div');
  node.className = 'tip';
  node.append(element('b', heading));
  for (const [colour, name, value] of rows) {
    const row = element('div', '');
    const dot = element('i', '');
    dot.style.background = colour;
    row.append(dot, element('span', name), element('span', value));
    node.append(row);
  }
  return node;
}

function element(tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}

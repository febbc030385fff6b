// Text with marked spans. Offsets are UTF-16, as JavaScript's own.
import { h } from './vue.js';

/**
 * @param marks [{start, end, name, title}], may overlap; each piece of text carries the classes of every mark over it
 */
export function marked(text, marks) {
  const valid = marks.filter(mark => mark.start >= 0 && mark.start < mark.end && mark.end <= text.length);
  const cuts = [...new Set([0, text.length, ...valid.flatMap(mark => [mark.start, mark.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1];
    const over = valid.filter(mark => mark.start <= start && end <= mark.end);
    const piece = text.slice(start, end);
    if (!over.length) return piece;
    const titles = over.map(mark => mark.title).filter(Boolean);
    return h('mark', { class: over.map(mark => `mark-${mark.name}`), title: titles.join('；') || undefined }, piece);
  });
}

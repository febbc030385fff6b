// Text with marked spans. Offsets are UTF-16, as JavaScript's own.
import { h } from './vue.js';

/**
 * @param marks [{start, end, name, title}], may overlap; each piece of text carries the classes of every mark over it
 * @param hits [{start, end}] what a search matched, each kept whole around the pieces
 */
export function marked(text, marks, hits = []) {
  const nodes = [];
  let end = 0;
  for (const hit of [...hits].sort((a, b) => a.start - b.start)) {
    if (hit.start < end || hit.end > text.length || hit.start >= hit.end) continue;
    nodes.push(...pieces(text, end, hit.start, marks));
    nodes.push(h('mark', { class: 'mark-hit' }, pieces(text, hit.start, hit.end, marks)));
    end = hit.end;
  }
  return [...nodes, ...pieces(text, end, text.length, marks)];
}

function pieces(text, from, until, marks) {
  const inside = marks.filter(mark => mark.start < until && from < mark.end && mark.start < mark.end);
  const edges = inside.flatMap(mark => [mark.start, mark.end]).filter(edge => from < edge && edge < until);
  const cuts = [...new Set([from, ...edges, until])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1];
    const over = inside.filter(mark => mark.start <= start && end <= mark.end);
    const piece = text.slice(start, end);
    if (!over.length) return piece;
    const titles = over.map(mark => mark.title).filter(Boolean);
    return h('mark', { class: over.map(mark => `mark-${mark.name}`), title: titles.join('；') || undefined }, piece);
  });
}

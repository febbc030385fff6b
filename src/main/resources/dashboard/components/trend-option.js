// What the trend chart draws: without groups the counts stacked and the net sentiment with its band; with groups one line each.
import { tooltip } from '../chart.js';
import { bucket, count, signed } from '../format.js';
import { label, t } from '../i18n.js';
import { endOf } from '../interval.js';
import { netOf } from '../measure.js';

const STACK = ['negative', 'mixed', 'neutral', 'positive'];

/** Whether the asked period covers only part of the one that starts here; it cannot be held against whole ones. */
export const isCut = (start, { from, until, interval }) =>
  new Date(start) < new Date(from) || endOf(start, interval) > new Date(until);

/** @param asked the parameters of the question that the points answer */
export function trendOption(points, asked) {
  const { interval, by } = asked;
  const held = new Set(points.filter(point => point.stance.n).map(point => point.start));
  const starts = [...new Set(points.map(point => point.start))]
    .filter(start => held.has(start) || !isCut(start, asked))
    .sort((a, b) => new Date(a) - new Date(b));
  const cut = starts.map(start => isCut(start, asked));
  return colour => ({
    animationDuration: 300,
    grid: { left: 8, right: by ? 22 : 8, top: 62, bottom: 4, containLabel: true },
    textStyle: { color: colour('muted'), fontFamily: getComputedStyle(document.body).fontFamily },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 10, itemHeight: 10, type: 'scroll', textStyle: { color: colour('muted') } },
    xAxis: {
      type: 'category', data: starts.map((start, i) => bucket(start, interval) + (cut[i] ? ` ${t('trend.partial')}` : '')),
      axisLine: { lineStyle: { color: colour('line') } }, axisTick: { show: false },
      axisLabel: { hideOverlap: true, formatter: (_, i) => bucket(starts[i], interval) },
    },
    ...(by ? grouped(points, starts, by, colour) : whole(points, starts, colour, cut)),
  });
}

function whole(points, starts, colour, cut) {
  const at = new Map(points.map(point => [point.start, point.stance]));
  const stances = starts.map(start => at.get(start));
  const nets = stances.map(netOf);
  return {
    yAxis: [countAxis(colour), netAxis(colour, { position: 'right', splitLine: { show: false }, nameTextStyle: { align: 'right' } }), bandAxis],
    tooltip: tip(colour, index => [
      ...[...STACK].reverse().map(name => [colour(name), label('sentiment', name), count(stances[index][name])]),
      [colour('ink'), t('trend.net'), netText(stances[index])],
    ]),
    series: [
      ...STACK.map(name => ({
        name: label('sentiment', name), type: 'bar', stack: 'count', barCategoryGap: '22%', barMaxWidth: 34,
        itemStyle: { color: colour(name), opacity: 0.85 }, data: stances.map((stance, i) => ({ value: stance[name], ...(cut[i] ? { itemStyle: { color: colour(name), opacity: 0.4 } } : {}) })),
      })),
      ...band(nets, colour('ink'), t('trend.net')),
    ],
  };
}

// The band is a transparent line at its lower end and the stretch above it stacked on that. Both stand on an axis of
// their own that begins at the lowest net there is: this ECharts stacks only what has the same sign.
function band(nets, ink, name) {
  const edge = {
    type: 'line', yAxisIndex: 2, stack: 'band', symbol: 'none', silent: true,
    lineStyle: { opacity: 0 }, tooltip: { show: false },
  };
  return [
    { ...edge, data: nets.map(net => net && net.low * 100 + 100) },
    { ...edge, data: nets.map(net => net && (net.high - net.low) * 100), areaStyle: { color: ink, opacity: 0.13 } },
    {
      name, type: 'line', yAxisIndex: 1, symbol: nets.length > 40 ? 'none' : 'circle', symbolSize: 5, z: 5,
      itemStyle: { color: ink }, lineStyle: { color: ink, width: 2 }, data: nets.map(net => net && net.value * 100),
    },
  ];
}

function grouped(points, starts, by, colour) {
  const groups = [...Map.groupBy(points, point => point.group ?? '')].map(([group, own]) => ({
    name: groupName(by, group),
    at: new Map(own.map(point => [point.start, point.stance])),
  }));
  const tones = groups.map((_, i) => colour(`tone-${i % 8}`));
  return {
    yAxis: [netAxis(colour, {})],
    tooltip: tip(colour, index => groups.map((group, i) => {
      const stance = group.at.get(starts[index]);
      return [tones[i], group.name, stance ? `${netText(stance)} · ${count(stance.n)}` : '–'];
    })),
    series: groups.map((group, i) => ({
      name: group.name, type: 'line', symbol: 'circle', symbolSize: 4, connectNulls: true,
      itemStyle: { color: tones[i] }, lineStyle: { width: 2 },
      data: starts.map(start => {
        const net = group.at.has(start) ? netOf(group.at.get(start)) : null;
        return net && net.value * 100;
      }),
    })),
  };
}

function tip(colour, rows) {
  return {
    trigger: 'axis', confine: true, backgroundColor: colour('card'), borderColor: colour('line'), textStyle: { color: colour('ink') },
    formatter: points => tooltip(points[0].axisValueLabel, rows(points[0].dataIndex)),
  };
}

const countAxis = colour => ({
  type: 'value', name: t('trend.axis.count'), nameTextStyle: { align: 'left' }, minInterval: 1, splitLine: { lineStyle: { color: colour('line') } },
});

const netAxis = (colour, more) => ({
  type: 'value', name: t('trend.axis.net'), nameTextStyle: { align: 'left' }, min: -100, max: 100, interval: 50, axisLabel: { formatter: value => signed(value) },
  splitLine: { lineStyle: { color: colour('line') } }, ...more,
});

const bandAxis = { type: 'value', min: 0, max: 200, show: false };

export const groupName = (by, group) => (group ? label(by, group) : t('trend.other'));

export function netText(stance) {
  const net = netOf(stance);
  return net ? `${signed(net.value * 100)} [${signed(net.low * 100)}, ${signed(net.high * 100)}]` : `– (n ${count(stance.n)})`;
}

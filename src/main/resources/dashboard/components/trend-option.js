// What the trend chart draws: without groups the counts stacked and the net sentiment with its band; with groups one line each.
import { tooltip } from '../chart.js';
import { bucket as bucketLabel, count, signed } from '../format.js';
import { label, t } from '../i18n.js';
import { netOf, total } from '../measure.js';

const STACK = ['negative', 'mixed', 'neutral', 'positive'];

export function trendOption(buckets, interval, by) {
  const starts = [...new Set(buckets.map(bucket => bucket.start))].sort((a, b) => new Date(a) - new Date(b));
  return colour => ({
    animationDuration: 300,
    grid: { left: 8, right: by ? 22 : 8, top: 34, bottom: 4, containLabel: true },
    textStyle: { color: colour('muted'), fontFamily: getComputedStyle(document.body).fontFamily },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 10, itemHeight: 10, type: 'scroll', textStyle: { color: colour('muted') } },
    xAxis: {
      type: 'category', data: starts.map(start => bucketLabel(start, interval)), boundaryGap: !by,
      axisLine: { lineStyle: { color: colour('line') } }, axisTick: { show: false }, axisLabel: { hideOverlap: true },
    },
    ...(by ? grouped(buckets, starts, by, colour) : whole(buckets, starts, colour)),
  });
}

function whole(buckets, starts, colour) {
  const at = new Map(buckets.map(bucket => [bucket.start, bucket]));
  const rows = starts.map(start => at.get(start));
  const nets = rows.map(netOf);
  return {
    yAxis: [countAxis(colour), netAxis(colour, { position: 'right', splitLine: { show: false } })],
    tooltip: tip(starts, colour, index => [
      ...[...STACK].reverse().map(name => [colour(name), label('sentiment', name), count(rows[index][name] ?? 0)]),
      [colour('ink'), t('trend.net'), netText(nets[index])],
    ]),
    series: [
      ...STACK.map(name => ({
        name: label('sentiment', name), type: 'bar', stack: 'count', barCategoryGap: '22%', barMaxWidth: 34,
        itemStyle: { color: colour(name), opacity: 0.85 }, data: rows.map(row => row[name] ?? 0),
      })),
      ...band(nets, colour('ink'), t('trend.net')),
    ],
  };
}

// The band is a transparent line at its lower end and the stretch above it stacked on that.
function band(nets, ink, name) {
  const edge = {
    type: 'line', yAxisIndex: 1, stack: 'band', stackStrategy: 'all', symbol: 'none', silent: true,
    lineStyle: { opacity: 0 }, tooltip: { show: false },
  };
  return [
    { ...edge, data: nets.map(net => net && net.low * 100) },
    { ...edge, data: nets.map(net => net && (net.high - net.low) * 100), areaStyle: { color: ink, opacity: 0.13 } },
    {
      name, type: 'line', yAxisIndex: 1, symbol: nets.length > 40 ? 'none' : 'circle', symbolSize: 5, z: 5,
      itemStyle: { color: ink }, lineStyle: { color: ink, width: 2 }, data: nets.map(net => net && net.value * 100),
    },
  ];
}

function grouped(buckets, starts, by, colour) {
  const groups = [...Map.groupBy(buckets, bucket => bucket.group ?? '')].map(([group, own]) => ({
    name: group === '' ? t('trend.other') : label(by, group),
    at: new Map(own.map(bucket => [bucket.start, bucket])),
  }));
  const tones = groups.map((_, i) => colour(`tone-${i % 8}`));
  return {
    yAxis: [netAxis(colour, {})],
    tooltip: tip(starts, colour, index => groups.map((group, i) => {
      const bucket = group.at.get(starts[index]);
      return [tones[i], group.name, bucket ? `${netText(netOf(bucket))} · ${count(total([bucket]).n)}` : '–'];
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

function tip(starts, colour, rows) {
  return {
    trigger: 'axis', confine: true, backgroundColor: colour('card'), borderColor: colour('line'), textStyle: { color: colour('ink') },
    formatter: points => tooltip(points[0].axisValueLabel, rows(points[0].dataIndex)),
  };
}

const countAxis = colour => ({
  type: 'value', minInterval: 1, splitLine: { lineStyle: { color: colour('line') } },
});

const netAxis = (colour, more) => ({
  type: 'value', min: -100, max: 100, interval: 50, axisLabel: { formatter: value => signed(value) },
  splitLine: { lineStyle: { color: colour('line') } }, ...more,
});

export const netText = net =>
  (net ? `${signed(net.value * 100)} [${signed(net.low * 100)}, ${signed(net.high * 100)}]` : '–');

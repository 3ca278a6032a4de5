import { axisTop, bandSeries, deadlineSeries, lineSeries, timeFrame, tooltipDay, valueAxis } from './frame.js';
import { niceTop } from './fan.js';
import { amount } from './numbers.js';

// What was needed in each period, as strokes, and what the forecast says of those to come, as a fan.
export function forecast(chart, page, colours, width) {
  const { past, ahead } = chart;
  const range = { ...page, from: past.days[0], to: ahead.days[ahead.days.length - 1] };
  range.deadlines = [{ name: 'fitted until', day: past.days[past.days.length - 1] }];
  const { option, labels } = timeFrame(range, colours, width, { yLabel: chart.unit });
  const known = past.counts.filter((count) => count !== null);
  option.yAxis.max = niceTop(Math.max(axisTop(known), axisTop(ahead.p90)));
  option.tooltip.formatter = (points) => {
    const index = points[0].dataIndex;
    if (points[0].seriesName === 'past') {
      const count = past.counts[index];
      return [tooltipDay(points), count === null ? 'not known' : `needed ${amount(count)}`].join('\n');
    }
    return [
      tooltipDay(points),
      `median ${amount(ahead.p50[index])}`,
      `8 of 10 ${amount(ahead.p10[index])} to ${amount(ahead.p90[index])}`,
      `9 of 10 ${amount(ahead.p5[index])} to ${amount(ahead.p95[index])}`,
    ].join('\n');
  };
  option.series = [
    strokes(past, width, colours),
    { ...lineSeries('past', past.days, past.counts, 'transparent'), z: 1 },
    bandSeries(ahead.days, ahead.p10, ahead.p90, colours.supply, 0.3),
    bandSeries(ahead.days, ahead.p25, ahead.p75, colours.supply, 0.34),
    lineSeries('median', ahead.days, ahead.p50, colours.supply),
    deadlineSeries(labels, colours),
  ];
  return { option, height: option.grid.top + page.plotHeight + option.grid.bottom };
}

function strokes({ days, counts }, width, colours) {
  const lineWidth = Math.max(1, Math.min(6, (width - 90) / (days.length * 1.4)));
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    silent: true,
    z: 3,
    tooltip: { show: false },
    data: days.map((day, index) => [day, counts[index] ?? 0]),
    renderItem(params, api) {
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      const [, bottom] = api.coord([api.value(0), 0]);
      return {
        type: 'line',
        shape: { x1: x, y1: bottom, x2: x, y2: y },
        style: { stroke: colours.need, lineWidth },
      };
    },
  };
}

// In which tenth of the forecast's law the outcomes lay; a right forecast has one in ten in each.
export function tenths(chart, page, colours, width) {
  const left = 52;
  const right = 16;
  const top = 28;
  const top1 = niceTop(axisTop(chart.shares.map((share) => share * 100)));
  const option = {
    animation: false,
    textStyle: { fontFamily: colours.font, fontSize: 12, color: colours.ink },
    grid: { left, right, top, bottom: 46, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.1,
      name: 'tenths of the forecast, from its lowest to its highest',
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: colours.ink, fontSize: 12 },
      axisLabel: { color: colours.ink, fontSize: 12, formatter: (value) => `${Math.round(value * 100)}%` },
      axisLine: { show: true, lineStyle: { color: colours.quiet } },
      axisTick: { show: true, lineStyle: { color: colours.quiet } },
      splitLine: { show: false },
    },
    yAxis: { ...valueAxis(colours, 'of 100 outcomes', left), max: Math.max(20, top1) },
    tooltip: { show: false },
    series: [bars(chart.shares, colours), level(colours)],
  };
  return { option, height: top + Math.round(page.plotHeight * 0.7) + 46 };
}

function bars(shares, colours) {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    silent: true,
    z: 3,
    data: shares.map((share, index) => [index / shares.length, share * 100]),
    renderItem(params, api) {
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      const [next, bottom] = api.coord([api.value(0) + 1 / shares.length, 0]);
      return {
        type: 'rect',
        shape: { x: x + 1, y, width: Math.max(1, next - x - 2), height: Math.max(0, bottom - y) },
        style: { fill: colours.supply, opacity: 0.75 },
      };
    },
  };
}

const level = (colours) => ({
  ...lineSeries('alike', [0, 1], [10, 10], colours.ink, [4, 3]),
  lineStyle: { color: colours.ink, width: 1.5, type: [4, 3] },
});

import { axisTop, bandSeries, deadlineSeries, lineSeries, timeFrame, tooltipDay } from './frame.js';
import { niceTop } from './fan.js';
import { amount, inHundred } from './numbers.js';
import { dashes } from './theme.js';

// The probability that no need has gone unmet so far: a curve for each demand.
export function curves(chart, page, colours, width) {
  const { option, labels } = timeFrame(page, colours, width, { yLabel: 'cases of 100' });
  option.yAxis.max = 1;
  option.yAxis.interval = 0.25;
  option.yAxis.axisLabel.formatter = (value) => `${Math.round(value * 100)}`;
  option.tooltip.formatter = (points) => [
    tooltipDay(points),
    ...points.map((point) => `${point.seriesName} ${inHundred(point.value[1])}`),
  ].join('\n');
  option.series = [
    ...chart.curves.map((curve, index) =>
      lineSeries(curve.name, curve.days, curve.values, colours.curves[index], dashes[index])),
    deadlineSeries(labels, colours),
  ];
  return { option, height: option.grid.top + page.plotHeight + 20 + option.grid.bottom };
}

// What was needed so far against what was there or came.
export function need(chart, page, colours, width) {
  const { option, labels } = timeFrame(page, colours, width, { yLabel: 'units' });
  const { need, supply } = chart;
  option.yAxis.max = niceTop(axisTop([...need.p90, ...supply.p90]));
  option.tooltip.formatter = (points) => {
    const index = points[0].dataIndex;
    const row = (name, bands) =>
      `${name} ${amount(bands.p50[index])} (8 of 10: ${amount(bands.p10[index])} to ${amount(bands.p90[index])})`;
    return [tooltipDay(points), row('need', need), row('supply', supply)].join('\n');
  };
  option.series = [
    bandSeries(supply.days, supply.p10, supply.p90, colours.supply, 0.28),
    bandSeries(need.days, need.p10, need.p90, colours.need, 0.28),
    lineSeries('supply', supply.days, supply.p50, colours.supply),
    lineSeries('need', need.days, need.p50, colours.need, dashes[1]),
    deadlineSeries(labels, colours),
  ];
  return { option, height: option.grid.top + page.plotHeight + option.grid.bottom };
}

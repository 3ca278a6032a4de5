import { axisTop, bandSeries, deadlineSeries, lineSeries, tooltipDay } from './frame.js';
import { niceTop } from './fan.js';
import { amount } from './numbers.js';
import { inPanel, panels } from './panels.js';
import { dashes } from './theme.js';

// What came, as a fan, against the steps of what was due; beneath, what is held at the line.
export function owed(chart, page, colours, width) {
  const { delivered, held, ordered } = chart;
  const { days } = delivered;
  const top = niceTop(axisTop([ordered, ...delivered.p90, ...(chart.owed ?? [])]));
  const plots = [{ label: 'units', height: 1, max: top }];
  if (held) plots.push({ label: 'held at the line', height: 0.45, max: niceTop(axisTop(held)) });
  const { option, labels, last, height } = panels(page, colours, width, plots);
  option.tooltip.formatter = (points) => {
    const index = points[0].dataIndex;
    const rows = [
      tooltipDay(points),
      `delivered ${amount(delivered.p50[index])} (8 of 10: ${amount(delivered.p10[index])} to ` +
        `${amount(delivered.p90[index])})`,
    ];
    if (chart.owed) rows.push(`owed ${amount(chart.owed[index])}`);
    if (held) rows.push(`held at the line ${amount(held[index])}`);
    return rows.join('\n');
  };
  const flat = days.map(() => ordered);
  option.series = [
    inPanel(0, bandSeries(days, delivered.p10, delivered.p90, colours.supply, 0.34)),
    inPanel(0, lineSeries('ordered', days, flat, colours.quiet, dashes[2])),
    inPanel(0, lineSeries('delivered', days, delivered.p50, colours.supply)),
  ];
  if (chart.owed) {
    const steps = lineSeries('owed', days, chart.owed, colours.need, dashes[1]);
    option.series.push(inPanel(0, { ...steps, step: 'end' }));
  }
  if (held) {
    option.series.push(
      inPanel(1, bandSeries(days, days.map(() => 0), held, colours.deadline, 0.6)),
      inPanel(1, lineSeries('held', days, held, colours.deadline)),
    );
  }
  option.series.push(inPanel(last, deadlineSeries(labels, colours)));
  return { option, height };
}

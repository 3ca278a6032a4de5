import { axisTop, bandSeries, deadlineSeries, lineSeries, tooltipDay } from './frame.js';
import { niceTop } from './fan.js';
import { amount } from './numbers.js';
import { inPanel, panels } from './panels.js';
import { dashes } from './theme.js';

// Members available, as a fan below the line of those there are; beneath, how many are down and for what.
export function ready(chart, page, colours, width) {
  const { available, allDay, owned, nmcs, nmcm } = chart;
  const { days } = available;
  const down = nmcs.map((members, index) => members + nmcm[index]);
  const { option, labels, last, height } = panels(page, colours, width, [
    { label: 'members available', height: 1, max: niceTop(axisTop(owned)) },
    { label: 'members down', height: 0.6, max: niceTop(axisTop(down)) },
  ]);
  option.tooltip.formatter = (points) => {
    const index = points[0].dataIndex;
    return [
      tooltipDay(points),
      `${amount(owned[index])} members`,
      `available at 24:00 ${amount(available.p50[index])} (8 of 10: ${amount(available.p10[index])} to ` +
        `${amount(available.p90[index])})`,
      `mean over the day: available ${amount(allDay[index])}`,
      `in maintenance ${amount(nmcm[index])}`,
      `lack a part ${amount(nmcs[index])}`,
    ].join('\n');
  };
  const [forPart, , forWork] = colours.reasons;
  const none = days.map(() => 0);
  option.series = [
    inPanel(0, bandSeries(days, available.p10, available.p90, colours.supply, 0.34)),
    inPanel(0, lineSeries('members', days, owned, colours.quiet, dashes[2])),
    inPanel(0, lineSeries('all day', days, allDay, colours.arrival, dashes[1])),
    inPanel(0, lineSeries('available', days, available.p50, colours.supply)),
    inPanel(1, bandSeries(days, none, nmcs, forPart, 0.85)),
    inPanel(1, bandSeries(days, nmcs, down, forWork, 0.85)),
    inPanel(1, { ...lineSeries('lack a part', days, nmcs, colours.paper), showSymbol: false }),
    inPanel(1, lineSeries('in maintenance', days, down, forWork)),
    inPanel(last, deadlineSeries(labels, colours)),
  ];
  return { option, height };
}

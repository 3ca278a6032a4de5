import { axisTop, bandSeries, deadlineSeries, lineSeries, tooltipDay } from './frame.js';
import { niceTop } from './fan.js';
import { amount } from './numbers.js';
import { inPanel, panels } from './panels.js';

const percent = (share) => `${Math.round(share * 100)}%`;

// Teams that come and go, how much of their working time is in use, and the jobs that wait.
export function crew(chart, page, colours, width) {
  const { teams, waiting, busy } = chart;
  const { days } = teams;
  const { option, labels, last, height } = panels(page, colours, width, [
    { label: 'teams there', height: 0.4, ...inHalves(axisTop([...teams.p50, ...teams.p90])) },
    { label: 'working time in use', height: 0.5, max: 1, axis: percentAxis(colours) },
    { label: 'jobs that wait', height: 0.6, ...inHalves(axisTop([...waiting.p50, ...waiting.p90])) },
  ]);
  option.tooltip.formatter = (points) => {
    const index = points[0].dataIndex;
    const row = (name, bands) =>
      `${name} ${amount(bands.p50[index])} (8 of 10: ${amount(bands.p10[index])} to ${amount(bands.p90[index])})`;
    const use = busy[index] === null ? 'no team' : `${percent(busy[index])} of working time in use`;
    return [tooltipDay(points), row('teams', teams), use, row('jobs that wait', waiting)].join('\n');
  };
  const steps = stepped(days, teams);
  option.series = [
    inPanel(0, bandSeries(steps.days, steps.p10, steps.p90, colours.supply, 0.34)),
    inPanel(0, { ...lineSeries('teams', days, teams.p50, colours.supply), step: 'end' }),
    inPanel(1, lineSeries('busy', days, busy, colours.supply)),
    inPanel(2, bandSeries(days, waiting.p10, waiting.p90, colours.supply, 0.34)),
    inPanel(2, lineSeries('jobs that wait', days, waiting.p50, colours.supply)),
    inPanel(last, deadlineSeries(labels, colours)),
  ];
  return { option, height };
}

// What holds at the end of a day holds since its start: each day again, with the values of the day before.
function stepped(days, bands) {
  const again = (values) => values.flatMap((value, index) => [values[Math.max(0, index - 1)], value]);
  return { days: days.flatMap((day) => [day, day]), p10: again(bands.p10), p90: again(bands.p90) };
}

// A low plot has room for two steps; few teams and few jobs are counted in whole ones.
function inHalves(top) {
  const max = top < 8 ? 2 * Math.ceil(top * 0.51) : niceTop(top);
  return { max, axis: { interval: max / 2 } };
}

const percentAxis = (colours) => ({
  interval: 0.5,
  axisLabel: { color: colours.ink, fontSize: 12, formatter: percent },
});

import { axisTop, deadlineSeries, timeFrame } from './frame.js';
import { niceTop } from './fan.js';
import { amount, isoDate } from './numbers.js';

// Members down in each month, by what they wait for, the first reason at the bottom.
export function downtime(chart, page, colours, width) {
  const { option, labels } = timeFrame(page, colours, width, { yLabel: 'members down' });
  const { periods, reasons } = chart;
  const sums = periods.map((period) => period.members.reduce((sum, members) => sum + members, 0));
  option.yAxis.max = niceTop(axisTop(sums));
  option.tooltip.formatter = (points) => {
    const period = periods[points[0].dataIndex];
    const rows = reasons.map((reason, index) => `${reason} ${amount(period.members[index])}`).reverse();
    return [`${isoDate(period.from)} to ${isoDate(period.to)}, members down`, ...rows].join('\n');
  };
  option.series = [bars(periods, colours), pointed(periods, sums, colours), deadlineSeries(labels, colours)];
  return { option, height: option.grid.top + page.plotHeight + option.grid.bottom };
}

function bars(periods, colours) {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: true,
    silent: true,
    z: 2,
    tooltip: { show: false },
    data: periods.map((period) => [period.from, 0]),
    renderItem(params, api) {
      const { from, to, members } = periods[params.dataIndex];
      const left = api.coord([from, 0])[0] + 1;
      const size = Math.max(2, api.coord([to, 0])[0] - left - 1);
      let below = 0;
      const children = members.map((value, index) => {
        const [, bottom] = api.coord([from, below]);
        below += value;
        const [, top] = api.coord([from, below]);
        return {
          type: 'rect',
          shape: { x: left, y: top, width: size, height: bottom - top },
          style: { fill: colours.reasons[index], stroke: colours.paper, lineWidth: bottom - top > 4 ? 1 : 0 },
        };
      });
      return { type: 'group', children };
    },
  };
}

// What the pointer finds: nothing is drawn.
const pointed = (periods, sums, colours) => ({
  type: 'line',
  data: periods.map((period, index) => [(period.from + period.to) / 2, sums[index]]),
  showSymbol: false,
  symbol: 'circle',
  symbolSize: 7,
  lineStyle: { width: 0, color: colours.ink },
  itemStyle: { color: colours.ink },
  emphasis: { disabled: true },
});

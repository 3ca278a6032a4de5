import { axisTop, bandSeries, deadlineSeries, lineSeries, shorten, timeFrame, tooltipDay } from './frame.js';
import { amount } from './numbers.js';
import { whisker } from './whisker.js';

const stripHeight = 20;

// What is left over time: nested bands, the median, and below, when each shipment comes.
export function fan(chart, page, colours, width) {
  const { days, p5, p10, p25, p50, p75, p90, p95 } = chart.bands;
  const below = chart.arrivals.length === 0 ? 0 : 14 + chart.arrivals.length * stripHeight;
  const marks = chart.lapse === undefined ? [] : [{ name: 'lapses', day: chart.lapse }];
  const { option, labels } = timeFrame(page, colours, width, { yLabel: chart.unit, below, marks });
  option.yAxis.max = niceTop(axisTop(p95));
  option.yAxis.min = Math.min(0, ...p5);
  option.tooltip.formatter = (points) => {
    const index = points[0].dataIndex;
    return [
      tooltipDay(points),
      `median ${amount(p50[index])}`,
      `half of all cases ${amount(p25[index])} to ${amount(p75[index])}`,
      `8 of 10 ${amount(p10[index])} to ${amount(p90[index])}`,
      `9 of 10 ${amount(p5[index])} to ${amount(p95[index])}`,
    ].join('\n');
  };
  option.series = [
    bandSeries(days, p5, p95, colours.supply, 0.16),
    bandSeries(days, p10, p90, colours.supply, 0.22),
    bandSeries(days, p25, p75, colours.supply, 0.34),
    lineSeries('median', days, p50, colours.supply),
    deadlineSeries(labels, colours),
  ];
  if (below > 0) option.series.push(arrivalStrip(chart.arrivals, page, colours));
  return { option, height: option.grid.top + 230 + option.grid.bottom };
}

// One row for each shipment under the axis of time, aligned with it.
function arrivalStrip(arrivals, page, colours) {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: false,
    silent: true,
    z: 4,
    tooltip: { show: false },
    data: arrivals.map(() => [page.from, 0]),
    renderItem(params, api) {
      const shipment = arrivals[params.dataIndex];
      const { x, y, width, height } = params.coordSys;
      const middle = y + height + 52 + params.dataIndex * stripHeight;
      const xOf = (day) => api.coord([day, 0])[0];
      return {
        type: 'group',
        children: [
          {
            type: 'line',
            shape: { x1: x, y1: middle, x2: x + width, y2: middle },
            style: { stroke: colours.line, lineWidth: 1 },
          },
          {
            type: 'text',
            x: x - 6,
            y: middle,
            style: {
              text: shorten(shipment.name, 8),
              fill: colours.ink,
              align: 'right',
              verticalAlign: 'middle',
              font: `11px ${colours.font}`,
            },
          },
          ...shipment.tranches.flatMap((tranche) => whisker(tranche.arrives, page, xOf, middle, 5, colours)),
        ],
      };
    },
  };
}

export function niceTop(top) {
  const step = 10 ** Math.floor(Math.log10(top));
  const nice = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * step >= top * 1.02);
  return nice * step;
}

import { axisTop, bandSeries, deadlineSeries, lineSeries, timeFrame, tooltipDay } from './frame.js';
import { amount } from './numbers.js';
import { fitting, widthOf } from './text.js';

const stripHeight = 20;

// What is left over time: nested bands, the median, and below, when each shipment comes.
export function fan(chart, page, colours, width) {
  const { days, p5, p10, p25, p50, p75, p90, p95 } = chart.bands;
  const font = `12px ${colours.font}`;
  const names = chart.arrivals.map((shipment) => fitting(shipment.name, font, width * 0.2));
  const left = Math.max(52, ...names.map((name) => widthOf(name, font) + 14));
  const below = chart.arrivals.length === 0 ? 0 : 14 + chart.arrivals.length * stripHeight;
  const marks = chart.lapse === undefined ? [] : [{ name: 'lapses', day: chart.lapse }];
  const { option, labels } = timeFrame(page, colours, width, { yLabel: chart.unit, below, marks, left });
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
  if (below > 0) option.series.push(arrivalStrip(chart.arrivals, page, colours, names));
  return { option, height: option.grid.top + page.plotHeight + option.grid.bottom };
}

// One row for each shipment under the axis of time, aligned with it.
function arrivalStrip(arrivals, page, colours, names) {
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
              text: names[params.dataIndex],
              fill: colours.ink,
              align: 'right',
              verticalAlign: 'middle',
              font: `12px ${colours.font}`,
            },
          },
          ...shipment.tranches.flatMap((tranche) => arrival(tranche.arrives, page, xOf, middle, colours)),
          ...openEnd(shipment.tranches, page, xOf, middle, colours),
        ],
      };
    },
  };
}

// Tranches overlap on one row, so 8 cases of 10 are a veil that grows darker, and the median a disc;
// dots lead to what may never come.
function arrival(spread, page, xOf, middle, colours) {
  if (spread.p10 === null || spread.p10 > page.to) return [];
  if (isOpen(spread, page)) return median(spread, page, xOf, middle, colours);
  const left = xOf(Math.max(spread.p10, page.from));
  const right = xOf(spread.p90);
  const veil = {
    type: 'rect',
    shape: { x: left, y: middle - 4, width: Math.max(2, right - left), height: 8 },
    style: { fill: colours.arrival, opacity: 0.25 },
  };
  return [veil, ...median(spread, page, xOf, middle, colours)];
}

const isOpen = (spread, page) => spread.p90 === null || spread.p90 > page.to;

// One dotted line for all tranches that may come too late or never, from the earliest on.
function openEnd(tranches, page, xOf, middle, colours) {
  const starts = tranches.map((tranche) => tranche.arrives).filter((spread) => isOpen(spread, page))
    .map((spread) => spread.p10).filter((day) => day !== null && day <= page.to);
  if (starts.length === 0) return [];
  return [{
    type: 'line',
    shape: { x1: xOf(Math.max(page.from, Math.min(...starts))), y1: middle, x2: xOf(page.to), y2: middle },
    style: { stroke: colours.arrival, lineWidth: 3, lineDash: [3, 5] },
  }];
}

function median(spread, page, xOf, middle, colours) {
  if (spread.p50 === null || spread.p50 > page.to) return [];
  return [{
    type: 'circle',
    shape: { cx: xOf(Math.max(spread.p50, page.from)), cy: middle, r: 5 },
    style: { fill: colours.arrival, stroke: colours.paper, lineWidth: 1.5 },
  }];
}

export function niceTop(top) {
  const step = 10 ** Math.floor(Math.log10(top));
  const nice = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * step >= top * 1.02);
  return nice * step;
}

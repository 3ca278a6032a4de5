import { amountIn } from './numbers.js';
import { abreast, stacked } from './tornado-rows.js';

// A bar for each value to both sides of the answer, the widest on top: to the answer at its lowest fifth and to that at
// its highest; beside it, how much of the answer's variance the value explains.
export function tornado(chart, page, colours, width) {
  const rows = abreast(chart, width, colours) ?? stacked(chart, width, colours);
  const values = chart.bars.flatMap((bar) => [bar.low, bar.high]);
  if (chart.middle !== undefined) values.push(chart.middle);
  const plot = width - rows.left - rows.right;
  const { min, max, step } = extent(values, chart.scale, Math.max(2, Math.min(6, Math.floor(plot / 70))));
  const option = {
    animation: false,
    textStyle: { fontFamily: colours.font, fontSize: 12, color: colours.ink },
    grid: { left: rows.left, right: rows.right, top: rows.top, bottom: 44, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      min,
      max,
      interval: step,
      name: chart.scale === 'probability' ? 'cases of 100' : chart.scale === 'percent' ? '' : chart.scale,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: colours.ink, fontSize: 12 },
      axisLabel: { color: colours.ink, fontSize: 12, hideOverlap: true, formatter: formatterOf(chart.scale, step) },
      axisLine: { show: true, onZero: false, lineStyle: { color: colours.quiet } },
      axisTick: { show: true, lineStyle: { color: colours.quiet } },
      splitLine: { show: false },
    },
    yAxis: { type: 'value', min: 0, max: chart.bars.length, inverse: true, show: false },
    tooltip: { show: false },
    series: [bars(chart, rows, width, colours)],
  };
  return { option, height: rows.top + chart.bars.length * rows.row + 48 };
}

// Ends on round numbers, with as many steps between them as there is room for.
function extent(values, scale, room) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = Math.max((high - low) * 0.02, Math.abs(high) * 1e-6, 1e-9);
  const rough = (high - low + 2 * margin) / room;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * ten >= rough) * ten;
  const min = Math.floor((low - margin) / step) * step;
  const max = Math.ceil((high + margin) / step) * step;
  const bounded = scale === 'probability' || scale === 'percent';
  return bounded ? { min: Math.max(0, min), max: Math.min(1, max), step } : { min, max, step };
}

function formatterOf(scale, step) {
  if (scale === 'probability') return (value) => amountIn(value * 100, step * 100);
  if (scale === 'percent') return (value) => `${amountIn(value * 100, step * 100)}%`;
  return (value) => amountIn(value, step);
}

function bars(chart, rows, width, colours) {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: false,
    silent: true,
    z: 4,
    data: chart.bars.map((bar, index) => [bar.low, index]),
    renderItem(params, api) {
      const bar = chart.bars[params.dataIndex];
      const top = rows.top + params.dataIndex * rows.row;
      const xOf = (value) => api.coord([value, 0])[0];
      const middle = xOf(chart.middle ?? (bar.low + bar.high) / 2);
      const ends = [xOf(bar.low), xOf(bar.high), middle];
      const texts = rows.textsOf(bar, params.dataIndex, top, { from: Math.min(...ends), to: Math.max(...ends) }, width);
      return { type: 'group', children: [...marks(bar, middle, top + rows.barAt, xOf, colours), ...texts] };
    },
  };
}

// The shorter end lies on the longer one where both are on one side of the answer.
function marks(bar, middle, top, xOf, colours) {
  const ends = [{ x: xOf(bar.low), colour: 'need' }, { x: xOf(bar.high), colour: 'supply' }]
    .sort((a, b) => Math.abs(b.x - middle) - Math.abs(a.x - middle));
  const rects = ends.map(({ x, colour }) => ({
    type: 'rect',
    shape: { x: Math.min(x, middle), y: top, width: Math.max(1, Math.abs(x - middle)), height: 13 },
    style: { fill: colours[colour] },
  }));
  const stroke = {
    type: 'line',
    shape: { x1: middle, y1: top - 3, x2: middle, y2: top + 16 },
    style: { stroke: colours.ink, lineWidth: 1.5 },
  };
  return [...rects, stroke];
}

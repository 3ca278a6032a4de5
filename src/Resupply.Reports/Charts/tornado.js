import { amountIn } from './numbers.js';
import { fitting, widthOf } from './text.js';

// A bar for each value, from the answer at its lowest fifth to that at its highest, the longest on top.
export function tornado(chart, page, colours, width) {
  const left = 8;
  const right = 8;
  const values = chart.bars.flatMap((bar) => [bar.low, bar.high]);
  if (chart.middle !== undefined) values.push(chart.middle);
  const { min, max, step } = extent(values, chart.scale, width < 500 ? 4 : 6);
  const layout = layoutOf(chart, width - left - right - 32, colours);
  const option = {
    animation: false,
    textStyle: { fontFamily: colours.font, fontSize: 12, color: colours.ink },
    grid: { left: left + 14, right: right + 18, top: 4, bottom: 44, outerBoundsMode: 'none' },
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
    series: [bars(chart, layout, colours)],
  };
  return { option, height: chart.bars.length * layout.row + 52 };
}

// What stands at the two ends of a bar shares a line where there is room.
function layoutOf(chart, room, colours) {
  const plain = `12px ${colours.font}`;
  const sizes = chart.bars.map((bar) => endsOf(bar).reduce((sum, end) => sum + widthOf(end.text, plain), 16));
  const stacked = Math.max(...sizes) > room;
  return { plain, bold: `600 ${plain}`, stacked, row: stacked ? 76 : 60 };
}

// Ends on round numbers, with as many steps between them as there is room for.
function extent(values, scale, room) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = Math.max((high - low) * 0.08, Math.abs(high) * 1e-6, 1e-9);
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

const endsOf = (bar) => [
  { value: bar.low, colour: 'need', text: `${bar.lowText}: ${bar.lowShown}` },
  { value: bar.high, colour: 'supply', text: `${bar.highText}: ${bar.highShown}` },
].sort((a, b) => a.value - b.value);

function bars(chart, layout, colours) {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: false,
    silent: true,
    z: 4,
    data: chart.bars.map((bar, index) => [bar.low, index]),
    renderItem(params, api) {
      const bar = chart.bars[params.dataIndex];
      const top = params.coordSys.y + params.dataIndex * layout.row;
      const xOf = (value) => api.coord([value, 0])[0];
      const middle = xOf(chart.middle ?? (bar.low + bar.high) / 2);
      const texts = barTexts(bar, params.coordSys, top, layout, colours);
      return { type: 'group', children: [...barMarks(bar, middle, top, xOf, colours), ...texts] };
    },
  };
}

function barMarks(bar, middle, top, xOf, colours) {
  const rects = endsOf(bar).map((end) => ({
    type: 'rect',
    shape: {
      x: Math.min(xOf(end.value), middle),
      y: top + 19,
      width: Math.max(1, Math.abs(xOf(end.value) - middle)),
      height: 13,
    },
    style: { fill: colours[end.colour] },
  }));
  const stroke = {
    type: 'line',
    shape: { x1: middle, y1: top + 16, x2: middle, y2: top + 35 },
    style: { stroke: colours.ink, lineWidth: 1.5 },
  };
  return [...rects, stroke];
}

function barTexts(bar, { x, width }, top, layout, colours) {
  const label = (text, left, y, align, font) => ({
    type: 'text',
    x: left,
    y,
    style: { text: fitting(text, font, width), fill: colours.ink, align, font },
  });
  const [first, second] = endsOf(bar);
  return [
    label(bar.name, x, top + 2, 'left', layout.bold),
    label(first.text, x, top + 37, 'left', layout.plain),
    label(second.text, x + width, top + (layout.stacked ? 53 : 37), 'right', layout.plain),
  ];
}

import { shorten, tooltip } from './frame.js';
import { amount, percent } from './numbers.js';

const rowHeight = 58;

// A bar for each value, from the answer at its lowest fifth to that at its highest, the longest on top.
export function tornado(chart, page, colours, width) {
  const left = 8;
  const right = 8;
  const values = chart.bars.flatMap((bar) => [bar.low, bar.high]);
  if (chart.middle !== undefined) values.push(chart.middle);
  const { min, max } = extent(values, chart.scale);
  const option = {
    animation: false,
    textStyle: { fontFamily: colours.font, fontSize: 12, color: colours.ink },
    grid: { left: left + 14, right: right + 18, top: 8, bottom: 44, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      min,
      max,
      splitNumber: width < 500 ? 3 : 5,
      name: chart.scale === 'probability' ? 'cases of 100' : chart.scale === 'percent' ? '' : chart.scale,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: colours.ink, fontSize: 12 },
      axisLabel: { color: colours.ink, fontSize: 12, hideOverlap: true, formatter: formatterOf(chart.scale) },
      axisLine: { show: true, lineStyle: { color: colours.quiet } },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: { type: 'value', min: 0, max: chart.bars.length, inverse: true, show: false },
    tooltip: { ...tooltip(colours), show: false },
    series: [bars(chart, colours)],
  };
  if (chart.middle !== undefined) option.series.push(middleLine(chart, colours));
  return { option, height: chart.bars.length * rowHeight + 52 };
}

function extent(values, scale) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = Math.max((high - low) * 0.12, 1e-9);
  const bounded = scale === 'probability' || scale === 'percent';
  const step = bounded ? Math.max(0.01, 10 ** Math.floor(Math.log10(high - low + margin)) / 2) : stepOf(high - low);
  const min = Math.floor((low - margin) / step) * step;
  const max = Math.ceil((high + margin) / step) * step;
  return bounded ? { min: Math.max(0, min), max: Math.min(1, max) } : { min, max };
}

const stepOf = (size) => (size > 0 ? 10 ** Math.floor(Math.log10(size)) / 2 : 1);

function formatterOf(scale) {
  if (scale === 'probability') return (value) => `${+(value * 100).toFixed(2)}`;
  return scale === 'percent' ? percent : amount;
}

function bars(chart, colours) {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: false,
    silent: true,
    z: 4,
    data: chart.bars.map((bar, index) => [bar.low, index]),
    renderItem(params, api) {
      const bar = chart.bars[params.dataIndex];
      const top = params.coordSys.y + params.dataIndex * rowHeight;
      return { type: 'group', children: barMarks(bar, chart, params.coordSys, top, api, colours) };
    },
  };
}

function barMarks(bar, chart, coordSys, top, api, colours) {
  const xOf = (value) => api.coord([value, 0])[0];
  const middle = xOf(chart.middle ?? (bar.low + bar.high) / 2);
  const ends = [
    { x: xOf(bar.low), fill: colours.need, text: `${bar.lowText}: ${bar.lowShown}` },
    { x: xOf(bar.high), fill: colours.supply, text: `${bar.highText}: ${bar.highShown}` },
  ].sort((a, b) => a.x - b.x);
  const room = Math.floor(coordSys.width / 2 / 6.2);
  const rects = ends.map((end) => ({
    type: 'rect',
    shape: { x: Math.min(end.x, middle), y: top + 20, width: Math.max(1, Math.abs(end.x - middle)), height: 14 },
    style: { fill: end.fill },
  }));
  const label = (text, x, y, align, weight) => ({
    type: 'text',
    x,
    y,
    style: { text, fill: colours.ink, align, font: `${weight} 12px ${colours.font}` },
  });
  const [first, second] = ends;
  return [
    label(shorten(bar.name, Math.floor(coordSys.width / 7)), coordSys.x, top + 3, 'left', 600),
    ...rects,
    label(shorten(first.text, room), coordSys.x, top + 38, 'left', 400),
    label(shorten(second.text, room), coordSys.x + coordSys.width, top + 38, 'right', 400),
  ];
}

function middleLine(chart, colours) {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    silent: true,
    z: 5,
    data: [[chart.middle, 0]],
    renderItem(params, api) {
      const [x] = api.coord([chart.middle, 0]);
      const { y, height } = params.coordSys;
      return {
        type: 'line',
        shape: { x1: x, y1: y, x2: x, y2: y + height },
        style: { stroke: colours.deadline, lineWidth: 1.25, lineDash: [4, 3] },
      };
    },
  };
}

import { amount, isoDate, shortDate, timeLabel, timeTicks } from './numbers.js';
import { fitting, widthOf } from './text.js';

const fontSize = 12;
const labelHeight = 17;

// The frame of every chart over time: the axes, the deadlines with their names above, the tooltip.
export function timeFrame(page, colours, width, { yLabel, below = 0, marks = [], left = 52 }) {
  const right = 16;
  const named = [...page.deadlines, ...marks].filter((mark) => mark.day >= page.from && mark.day <= page.to);
  const labels = placeLabels(named, page, colours, left, width - left - right, width);
  const top = 30 + labels.rows * labelHeight;
  return {
    labels,
    option: {
      animation: false,
      textStyle: { fontFamily: colours.font, fontSize, color: colours.ink },
      grid: { left, right, top, bottom: 46 + below, outerBoundsMode: 'none' },
      xAxis: timeAxis(page, colours, width - left - right),
      yAxis: valueAxis(colours, yLabel, left),
      tooltip: tooltip(colours),
    },
  };
}

export function timeAxis(page, colours, width) {
  const ticks = timeTicks(page.from, page.to, width);
  return {
    type: 'value',
    min: page.from,
    max: page.to,
    axisLine: { onZero: false, lineStyle: { color: colours.quiet } },
    axisTick: { customValues: ticks, lineStyle: { color: colours.quiet } },
    axisLabel: {
      customValues: ticks,
      color: colours.ink,
      fontSize,
      lineHeight: 15,
      hideOverlap: true,
      showMinLabel: true,
      showMaxLabel: true,
      formatter: (day) => timeLabel(Math.round(day), ticks[0]),
    },
    splitLine: { show: false },
    axisPointer: { label: { show: false }, lineStyle: { color: colours.quiet } },
  };
}

export function valueAxis(colours, name, left) {
  return {
    type: 'value',
    min: 0,
    name,
    nameLocation: 'end',
    nameGap: 12,
    nameTextStyle: { color: colours.ink, fontSize, align: 'left', padding: [0, 0, 0, 8 - left] },
    axisLabel: { color: colours.ink, fontSize, formatter: amount },
    splitLine: { lineStyle: { color: colours.line } },
    splitNumber: 4,
  };
}

// Rich text, not HTML: what the file says can never become part of the page.
export function tooltip(colours) {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    backgroundColor: colours.paper,
    borderColor: colours.quiet,
    textStyle: { color: colours.ink, fontSize },
  };
}

// Deadlines as dashed lines, each with its name and date above the plot, in as many rows as they need.
export function deadlineSeries(labels, colours) {
  const count = labels.placed.length;
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: false,
    silent: true,
    z: 6,
    tooltip: { show: false },
    data: [...labels.placed, ...labels.placed].map((label) => [label.day, 0]),
    renderItem: (params, api) => params.dataIndex < count // all lines first, then the names over them
      ? deadlineLine(labels.placed[params.dataIndex], params.coordSys, api, colours)
      : deadlineName(labels.placed[params.dataIndex - count], colours),
  };
}

function deadlineLine(label, { y, height }, api, colours) {
  const [x] = api.coord([label.day, 0]);
  return {
    type: 'line',
    shape: { x1: x, y1: 2 + (label.row + 1) * labelHeight, x2: x, y2: y + height },
    style: { stroke: colours.deadline, lineWidth: 1.25, lineDash: [4, 3] },
  };
}

const deadlineName = (label, colours) => ({
  type: 'text',
  x: label.left,
  y: 2 + label.row * labelHeight,
  style: {
    text: label.text,
    fill: colours.deadline,
    font: label.font,
    backgroundColor: colours.paper,
    padding: [1, 2],
  },
});

function placeLabels(marks, page, colours, left, plotWidth, width) {
  const font = `600 ${fontSize}px ${colours.font}`;
  const ends = [];
  const placed = byDay(marks).map(({ day, names }) => {
    const date = ` ${shortDate(day)}`;
    const text = fitting(names.join(', '), font, width * 0.5) + date;
    const size = widthOf(text, font) + 4;
    const x = left + ((day - page.from) / Math.max(1, page.to - page.from)) * plotWidth;
    const start = Math.max(2, Math.min(x - size / 2, width - size - 2));
    let row = ends.findIndex((end) => end + 8 <= start);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = start + size;
    return { day, text, font, left: start, row };
  });
  return { placed, rows: ends.length };
}

// Two marks on one day are one line with both names.
function byDay(marks) {
  const days = new Map();
  for (const { day, name } of marks) days.set(day, [...(days.get(day) ?? []), name]);
  return [...days].map(([day, names]) => ({ day, names })).sort((a, b) => a.day - b.day);
}

// A band between two quantiles, as one polygon: it takes no stacking, so it may go below zero.
export function bandSeries(days, low, high, colour, opacity) {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: true,
    silent: true,
    z: 2,
    tooltip: { show: false },
    data: [[days[0], 0]],
    renderItem(params, api) {
      const upper = days.map((day, index) => api.coord([day, high[index]]));
      const lower = days.map((day, index) => api.coord([day, low[index]])).reverse();
      return { type: 'polygon', shape: { points: [...upper, ...lower] }, style: { fill: colour, opacity } };
    },
  };
}

export function lineSeries(name, days, values, colour, dash = 'solid') {
  return {
    type: 'line',
    name,
    data: days.map((day, index) => [day, values[index]]),
    showSymbol: false,
    symbol: 'circle',
    symbolSize: 7,
    lineStyle: { color: colour, width: 2.25, type: dash },
    itemStyle: { color: colour },
    emphasis: { disabled: true },
    z: 5,
  };
}

export const tooltipDay = (points) => isoDate(Math.round(points[0].axisValue));

export function axisTop(values) {
  return Math.max(1, ...values.filter(Number.isFinite));
}

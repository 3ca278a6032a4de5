import { amount, isoDate, shortDate, timeLabel, timeTicks } from './numbers.js';

const fontSize = 12;
const letterWidth = 6.4; // at 12 px, on the wide side: labels may stand apart, never on each other
const labelHeight = 17;

// The frame of every chart over time: the axes, the deadlines with their names above, the tooltip.
export function timeFrame(page, colours, width, { yLabel, below = 0, marks = [] }) {
  const left = 52;
  const right = 16;
  const named = [...page.deadlines, ...marks].filter((mark) => mark.day >= page.from && mark.day <= page.to);
  const labels = placeLabels(named, page, left, width - left - right, width);
  const top = 30 + labels.rows * labelHeight;
  return {
    labels,
    option: {
      animation: false,
      textStyle: { fontFamily: colours.font, fontSize, color: colours.ink },
      grid: { left, right, top, bottom: 46 + below, outerBoundsMode: 'none' },
      xAxis: timeAxis(page, colours, width - left - right),
      yAxis: valueAxis(colours, yLabel),
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
    axisLine: { lineStyle: { color: colours.quiet } },
    axisTick: { customValues: ticks, lineStyle: { color: colours.quiet } },
    axisLabel: {
      customValues: ticks,
      color: colours.ink,
      fontSize,
      hideOverlap: true,
      showMinLabel: true,
      showMaxLabel: true,
      formatter: (day) => timeLabel(Math.round(day), ticks[0]),
    },
    splitLine: { show: false },
    axisPointer: { label: { show: false }, lineStyle: { color: colours.quiet } },
  };
}

export function valueAxis(colours, name) {
  return {
    type: 'value',
    min: 0,
    name,
    nameLocation: 'end',
    nameGap: 12,
    nameTextStyle: { color: colours.ink, fontSize, align: 'left', padding: [0, 0, 0, -44] },
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
export function deadlineSeries(labels, colours, top) {
  const clip = false;
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip,
    silent: true,
    z: 6,
    tooltip: { show: false },
    data: labels.placed.map((label) => [label.day, 0]),
    renderItem(params, api) {
      const label = labels.placed[params.dataIndex];
      const [x] = api.coord([label.day, 0]);
      const { y, height } = params.coordSys;
      const labelTop = 4 + label.row * labelHeight;
      return {
        type: 'group',
        children: [
          {
            type: 'line',
            shape: { x1: x, y1: labelTop + labelHeight - 3, x2: x, y2: y + height },
            style: { stroke: colours.deadline, lineWidth: 1.25, lineDash: [4, 3] },
          },
          {
            type: 'text',
            x: label.left,
            y: labelTop,
            style: { text: label.text, fill: colours.deadline, font: `600 ${fontSize}px ${colours.font}` },
          },
        ],
      };
    },
    top,
  };
}

function placeLabels(marks, page, left, plotWidth, width) {
  const ends = [];
  const placed = [...marks].sort((a, b) => a.day - b.day).map((mark) => {
    const text = `${shorten(mark.name, width < 500 ? 18 : 34)} ${shortDate(mark.day)}`;
    const size = text.length * letterWidth;
    const x = left + ((mark.day - page.from) / Math.max(1, page.to - page.from)) * plotWidth;
    const start = Math.max(2, Math.min(x - size / 2, width - size - 2));
    let row = ends.findIndex((end) => end + 10 <= start);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = start + size;
    return { day: mark.day, text, left: start, row };
  });
  return { placed, rows: ends.length };
}

export const shorten = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

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

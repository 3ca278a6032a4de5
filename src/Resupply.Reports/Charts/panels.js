import { timeFrame, timeAxis, valueAxis } from './frame.js';

const gap = 34;

// Several plots under one another over one axis of time, with the deadlines through all of them.
// A panel: its label, its share of a plot's height, its top, and perhaps how its axis is marked.
export function panels(page, colours, width, list) {
  const { option, labels } = timeFrame(page, colours, width, { yLabel: '' });
  const { left, right, bottom, outerBoundsMode } = option.grid;
  let top = option.grid.top;
  const grids = list.map((panel) => {
    const height = Math.round(page.plotHeight * panel.height);
    const grid = { left, right, top, height, outerBoundsMode };
    top += height + gap;
    return grid;
  });
  option.grid = grids;
  option.xAxis = list.map((_, index) => xAxisOf(page, colours, width - left - right, index, list.length - 1));
  option.yAxis = list.map((panel, index) => ({
    ...valueAxis(colours, panel.label, left),
    gridIndex: index,
    max: panel.max,
    ...panel.axis,
  }));
  option.axisPointer = { link: [{ xAxisIndex: 'all' }] };
  return { option, labels, last: list.length - 1, height: top - gap + bottom };
}

// Only the lowest says which day it is.
function xAxisOf(page, colours, width, index, last) {
  const axis = { ...timeAxis(page, colours, width), gridIndex: index };
  if (index < last) axis.axisLabel = { show: false };
  return axis;
}

// A series in one of the panels.
export const inPanel = (index, series) => ({ ...series, xAxisIndex: index, yAxisIndex: index });

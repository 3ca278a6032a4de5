import { deadlineSeries, timeFrame } from './frame.js';
import { fitting, widthOf } from './text.js';
import { whisker } from './whisker.js';

const headHeight = 19;
const barHeight = 22;
const labelHeight = 15;
const linesMax = 3;
const gap = 9;
const side = 22;

// A row for each order: its name and standing; when its items are made and come; its due dates.
export function board(chart, page, colours, width) {
  const { option, labels } = timeFrame(page, colours, width, { yLabel: '', left: side });
  const plot = width - side - 16;
  const xOf = (day) => side + ((Math.min(Math.max(day, page.from), page.to) - page.from) /
    Math.max(1, page.to - page.from)) * plot;
  const top = 14 + labels.rows * 17;
  let bottom = top;
  const rows = chart.orders.map((order) => {
    const due = placed(order.due, xOf, side, side + plot, colours);
    const row = { order, due, y: bottom };
    bottom += headHeight + barHeight + due.lines * labelHeight + gap;
    return row;
  });
  option.yAxis = { type: 'value', min: 0, max: 1, show: false };
  option.tooltip = { show: false };
  option.grid.top = top;
  option.series = [rowSeries(rows, page, colours, xOf, plot), deadlineSeries(labels, colours)];
  return { option, height: bottom + option.grid.bottom };
}

function rowSeries(rows, page, colours, xOf, plot) {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: false,
    silent: true,
    z: 7,
    data: rows.map(() => [page.from, 0]),
    renderItem(params) {
      const { order, due, y } = rows[params.dataIndex];
      const middle = y + headHeight + barHeight / 2;
      return {
        type: 'group',
        children: [
          ...heading(order, y + headHeight / 2, colours, plot),
          rule(side, side + plot, middle + barHeight / 2 - 1, colours.line),
          ...slots(order, page, xOf, middle, colours),
          ...whisker(order.completed, page, xOf, middle + 2, 6, colours),
          ...due.marks.flatMap((mark) => dueMark(mark, middle + barHeight / 2, colours)),
        ],
      };
    },
  };
}

// The chance to have all of it stands on the right; the standing has what room is left.
function heading(order, y, colours, plot) {
  const bold = `600 12px ${colours.font}`;
  const plain = `11px ${colours.font}`;
  const paper = { backgroundColor: colours.paper, padding: [2, 3] };
  const chance = order.chance === '' ? 0 : widthOf(order.chance, plain) + 14;
  const name = fitting(order.name, bold, (plot - chance) * 0.6);
  const after = side + widthOf(name, bold) + 10;
  const children = [text(name, side, y, colours, { ...paper, font: bold })];
  const room = side + plot - chance - after - 6;
  if (room > 60) {
    const standing = fitting(order.standing, plain, room);
    children.push(text(standing, after, y, colours, { ...paper, font: plain, fill: colours.quiet }));
  }
  if (chance > 0) children.push(text(order.chance, side + plot, y, colours, { ...paper, font: plain, align: 'right' }));
  return children;
}

const text = (content, x, y, colours, style) => ({
  type: 'text',
  x,
  y,
  style: { text: content, fill: colours.ink, verticalAlign: 'middle', ...style },
});

const rule = (x1, x2, y, stroke, lineWidth = 1) =>
  ({ type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke, lineWidth } });

// Above, when its items are made or held at the line; below, when they come, darker with every share.
function slots(order, page, xOf, middle, colours) {
  const marks = [];
  if (order.made) {
    const [left, right] = [xOf(order.made.from), xOf(order.made.to ?? page.to)];
    marks.push(rule(left, Math.max(left + 2, right), middle - 8, colours.quiet, 3));
  }
  if (order.held) {
    const [left, right] = [xOf(order.held.from), xOf(order.held.to ?? page.to)];
    marks.push(bar(left, right, middle, { fill: colours.deadline, opacity: 0.3 }));
    marks.push(outline(left, right, middle, colours.deadline, [2, 2]));
  }
  const first = order.first.p50;
  if (first === null) return marks;
  const end = order.completed.p50 ?? page.to;
  const steps = [[first, 0], ...order.shares.filter(([day]) => day > first && day < end)];
  const reached = order.shares.filter(([day]) => day <= first);
  if (reached.length > 0) steps[0][1] = reached[reached.length - 1][1];
  steps.forEach(([day, share], index) => {
    const left = xOf(day);
    const right = xOf(index + 1 < steps.length ? steps[index + 1][0] : end);
    marks.push(bar(left, right, middle, { fill: colours.supply, opacity: 0.2 + 0.6 * share }));
  });
  if (!order.agreed) marks.push(outline(xOf(first), xOf(end), middle, colours.supply, [3, 2]));
  else if (order.firm) marks.push(outline(xOf(first), xOf(end), middle, colours.ink));
  return marks;
}

const bar = (left, right, middle, style) =>
  ({ type: 'rect', shape: { x: left, y: middle - 3, width: Math.max(2, right - left), height: 10 }, style });

const outline = (left, right, middle, stroke, lineDash = undefined) =>
  bar(left, right, middle, { fill: 'none', stroke, lineWidth: 1.5, lineDash });

// Labels of due dates in as few lines as they need; where these are not enough, the mark stands alone.
function placed(dates, xOf, left, right, colours) {
  const font = `11px ${colours.font}`;
  const ends = [];
  const marks = dates.map((due) => {
    const x = xOf(due.day);
    const size = widthOf(due.text, font) + 4;
    const start = Math.max(left, Math.min(x - size / 2, right - size));
    let line = ends.findIndex((end) => end + 6 <= start);
    if (line < 0 && ends.length < linesMax) line = ends.push(0) - 1;
    if (line >= 0) ends[line] = start + size;
    return { ...due, x, start, line, font };
  });
  return { marks, lines: ends.length };
}

// A wedge that points up at the day: filled where it is met more often than not.
function dueMark(due, y, colours) {
  const style = { fill: due.met ? colours.ink : colours.paper, stroke: colours.ink, lineWidth: 1.5 };
  const points = [[due.x, y - 6], [due.x - 4.5, y + 2], [due.x + 4.5, y + 2]];
  const marks = [{ type: 'polygon', shape: { points }, style }];
  if (due.line < 0) return marks;
  return [...marks, text(due.text, due.start, y + 3 + (due.line + 0.5) * labelHeight, colours, {
    font: due.font,
    backgroundColor: colours.paper,
    padding: [1, 2],
  })];
}

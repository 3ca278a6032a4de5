import { deadlineSeries, timeFrame } from './frame.js';
import { fitting, widthOf } from './text.js';
import { whisker } from './whisker.js';

const rowHeight = 24;

// A row for each tranche under the name of its shipment.
export function gantt(chart, page, colours, width) {
  const rows = chart.shipments.flatMap((shipment) => [
    { heading: fitting(`${shipment.name} to ${shipment.to}`, `600 12px ${colours.font}`, width - 20) },
    ...shipment.tranches,
  ]);
  const { option, labels } = timeFrame(page, colours, width, { yLabel: '' });
  option.yAxis = { type: 'value', min: 0, max: rows.length, inverse: true, show: false };
  option.tooltip = { show: false };
  option.series = [rowSeries(rows, page, colours), deadlineSeries(labels, colours)];
  option.grid.top = 12 + labels.rows * 17;
  return { option, height: option.grid.top + rows.length * rowHeight + option.grid.bottom };
}

function rowSeries(rows, page, colours) {
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: false,
    silent: true,
    z: 7,
    data: rows.map((row, index) => [page.from, index]),
    renderItem(params, api) {
      const row = rows[params.dataIndex];
      const middle = params.coordSys.y + (params.dataIndex + 0.5) * rowHeight;
      const xOf = (day) => api.coord([day, 0])[0];
      if (row.heading) return { type: 'group', children: heading(row, middle, colours) };
      return { type: 'group', children: tranche(row, page, params, xOf, middle, colours) };
    },
  };
}

const text = (content, x, y, colours, style) => ({
  type: 'text',
  x,
  y,
  style: { text: content, fill: colours.ink, verticalAlign: 'middle', font: `12px ${colours.font}`, ...style },
});

function heading(row, middle, colours) {
  return [text(row.heading, 4, middle + 2, colours, {
    font: `600 12px ${colours.font}`,
    backgroundColor: colours.paper,
    padding: [2, 4, 2, 0],
  })];
}

function tranche(row, page, { coordSys }, xOf, middle, colours) {
  const children = [
    text(`${row.number}`, coordSys.x - 8, middle, colours, { align: 'right' }),
    {
      type: 'line',
      shape: { x1: coordSys.x, y1: middle, x2: coordSys.x + coordSys.width, y2: middle },
      style: { stroke: colours.line, lineWidth: 1 },
    },
  ];
  const leaves = row.departs?.p50 ?? null;
  if (leaves !== null && leaves <= page.to) {
    const left = xOf(Math.max(leaves, page.from));
    const right = xOf(Math.min(row.arrives.p50 ?? page.to, page.to));
    children.push({
      type: 'rect',
      shape: { x: left, y: middle - 6, width: Math.max(2, right - left), height: 12, r: 2 },
      style: { fill: colours.supply, opacity: 0.4 },
    });
  }
  children.push(...whisker(row.arrives, page, xOf, middle, 6, colours));
  if (row.chance) children.push(chance(row, page, coordSys, xOf, middle, colours));
  return children;
}

// Beside the whisker: to its right where there is room, else to the left of the bar, else on the line itself.
function chance(row, page, coordSys, xOf, middle, colours) {
  const font = `11px ${colours.font}`;
  const size = widthOf(row.chance, font) + 18;
  const end = xOf(Math.min(row.arrives.p90 ?? page.to, page.to));
  const first = Math.min(row.departs?.p50 ?? page.to, row.arrives.p10 ?? page.to);
  const start = xOf(Math.max(page.from, first));
  const style = { backgroundColor: colours.paper, padding: [1, 3], font };
  if (end + size <= coordSys.x + coordSys.width) return text(row.chance, end + 8, middle, colours, style);
  if (start - size >= coordSys.x) return text(row.chance, start - 10, middle, colours, { ...style, align: 'right' });
  return text(row.chance, start + 10, middle, colours, style);
}

import { tooltip, valueAxis } from './frame.js';

const left = 52;
const right = 16;
const top = 28;
const bottom = 46;
const percent = (share) => `${Math.round(share * 100)}%`;

// What was said against what came: a square, the diagonal, a bar and a disc for each tenth of the probabilities.
export function reliability(chart, page, colours, width) {
  const side = Math.max(160, Math.min(width - left - right, page.plotHeight * 1.6));
  const option = {
    animation: false,
    textStyle: { fontFamily: colours.font, fontSize: 12, color: colours.ink },
    grid: { left, top, width: side, height: side, outerBoundsMode: 'none' },
    xAxis: {
      ...shareAxis(colours, 'said'),
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: colours.ink, fontSize: 12 },
      axisLine: { show: true, lineStyle: { color: colours.quiet } },
      axisTick: { show: true, lineStyle: { color: colours.quiet } },
      splitLine: { show: false },
    },
    yAxis: { ...valueAxis(colours, 'came', left), ...scale },
    tooltip: { ...tooltip(colours), trigger: 'item', formatter: ({ dataIndex }) => words(chart, dataIndex) },
    series: [
      straight([[0, 0], [1, 1]], colours.quiet, 'solid'),
      straight([[0, chart.rate], [1, chart.rate]], colours.quiet, [2, 3]),
      bars(chart, colours),
      discs(chart, colours),
    ],
  };
  return { option, height: top + side + bottom };
}

const scale = { min: 0, max: 1, interval: 0.2, axisLabel: { formatter: percent } };
const shareAxis = (colours, name) => ({
  type: 'value',
  name,
  ...scale,
  axisLabel: { color: colours.ink, fontSize: 12, formatter: percent },
});

const words = (chart, index) => [
  `said ${percent(chart.said[index])}, came ${percent(chart.came[index])}`,
  `were it right: ${percent(chart.low[index])} to ${percent(chart.high[index])}`,
  `questions: ${Math.round(chart.weight[index] * 10) / 10}`,
].join('\n');

const straight = (data, colour, type) => ({
  type: 'line',
  data,
  silent: true,
  showSymbol: false,
  tooltip: { show: false },
  lineStyle: { color: colour, width: 1.5, type },
  z: 2,
});

const bars = ({ said, low, high }, colours) => ({
  type: 'custom',
  silent: true,
  z: 3,
  tooltip: { show: false },
  data: said.map((at, index) => [at, low[index], high[index]]),
  renderItem(params, api) {
    const [x, bottomEnd] = api.coord([api.value(0), api.value(1)]);
    const [, topEnd] = api.coord([api.value(0), api.value(2)]);
    const style = { stroke: colours.arrival, lineWidth: 2, lineDash: [4, 3] };
    return { type: 'line', shape: { x1: x, y1: bottomEnd, x2: x, y2: topEnd }, style };
  },
});

const discs = ({ said, came, weight }, colours) => ({
  type: 'custom',
  z: 4,
  data: said.map((at, index) => [at, came[index]]),
  renderItem(params, api) {
    const [cx, cy] = api.coord([api.value(0), api.value(1)]);
    const r = 4 + 10 * Math.sqrt(weight[params.dataIndex] / Math.max(...weight));
    const style = { fill: colours.arrival, stroke: colours.paper, lineWidth: 1.5 };
    return { type: 'circle', shape: { cx, cy, r }, style };
  },
});

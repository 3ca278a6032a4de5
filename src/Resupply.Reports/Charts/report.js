import { init, use } from 'echarts/core';
import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { board } from './board.js';
import { crew } from './crew.js';
import { curves, need } from './demand.js';
import { downtime } from './downtime.js';
import { fan } from './fan.js';
import { forecast, tenths } from './forecast.js';
import { gantt } from './gantt.js';
import { owed } from './owed.js';
import { ready } from './ready.js';
import { reliability } from './reliability.js';
import { theme } from './theme.js';
import { tornado } from './tornado.js';

use([CustomChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

const kinds = {
  board, crew, curves, downtime, fan, forecast, gantt, need, owed, ready, reliability, tenths, tornado,
};
const page = JSON.parse(document.getElementById('report-data').textContent);
const elements = [...document.querySelectorAll('[data-chart]')];
const drawn = new Map();

function draw(element, colours) {
  const chart = page.charts[element.dataset.chart];
  const width = Math.floor(element.clientWidth);
  if (width === 0) return;
  drawn.get(element)?.picture.dispose();
  const { option, height } = kinds[chart.type](chart, page, colours, width);
  element.style.height = `${height}px`;
  const picture = init(element, null, { renderer: 'svg', width, height });
  picture.setOption(option);
  drawn.set(element, { picture, width });
  const svg = element.querySelector('svg');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`); // print scales it; on the screen it has its own size
  svg.setAttribute('aria-hidden', 'true'); // the figure's element says what it shows
  svg.setAttribute('focusable', 'false');
}

const onPaper = () => document.documentElement.classList.contains('on-paper');

function drawAll() {
  page.plotHeight = onPaper() ? 155 : 230; // so that two charts share a sheet
  const colours = theme();
  for (const element of elements) draw(element, colours);
}

function drawResized() {
  const colours = theme();
  for (const element of elements) {
    if (Math.floor(element.clientWidth) !== drawn.get(element)?.width) draw(element, colours);
  }
}

let waiting = 0;
function later(action) {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(action);
}

// Paper is light and has its own width, whatever the screen has.
function toPaper() {
  document.documentElement.classList.add('on-paper');
  drawAll();
}

function toScreen() {
  document.documentElement.classList.remove('on-paper');
  drawAll();
}

drawAll();
document.documentElement.classList.add('drawn');
new ResizeObserver(() => later(drawResized)).observe(document.body);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
addEventListener('beforeprint', toPaper);
addEventListener('afterprint', toScreen);
matchMedia('print').addEventListener('change', (print) => (print.matches ? toPaper() : toScreen()));

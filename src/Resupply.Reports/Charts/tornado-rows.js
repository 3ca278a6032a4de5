import { fitting, widthOf } from './text.js';

const gap = 8;

// What stands at the ends of a bar, the smaller answer first.
const endsOf = (bar) => [
  { value: bar.low, text: `${bar.lowText}: ${bar.lowShown}` },
  { value: bar.high, text: `${bar.highText}: ${bar.highShown}` },
].sort((a, b) => a.value - b.value);

function fontsOf(colours) {
  const plain = `12px ${colours.font}`;
  return { plain, bold: `600 ${plain}` };
}

const widest = (texts, font) => Math.max(0, ...texts.map((text) => widthOf(text, font)));

function label(text, x, y, align, font, fill) {
  return { type: 'text', x, y, style: { text, fill, align, font } };
}

// Name, bar with its ends, and share in one line; null where there is no room for that.
export function abreast(chart, width, colours) {
  const { plain, bold } = fontsOf(colours);
  const ends = chart.bars.map(endsOf);
  const heading = 'explains';
  const names = Math.min(widest(chart.bars.map((bar) => bar.name), bold), width * 0.3);
  const shares = chart.bars.some((bar) => bar.explains) ?
    widest([heading, ...chart.bars.map((bar) => bar.explains ?? '')], plain) + 2 * gap : 0;
  const left = names + gap + widest(ends.map(([first]) => first.text), plain) + gap;
  const right = widest(ends.map(([, second]) => second.text), plain) + gap + shares;
  if (width - left - right < 180) return null;
  const textsOf = (bar, index, top, { from, to }) => {
    const [first, second] = endsOf(bar);
    const texts = [
      label(fitting(bar.name, bold, names), 0, top + 8, 'left', bold, colours.ink),
      label(first.text, from - gap, top + 8, 'right', plain, colours.ink),
      label(second.text, to + gap, top + 8, 'left', plain, colours.ink),
    ];
    if (bar.explains) texts.push(label(bar.explains, width, top + 8, 'right', plain, colours.ink));
    if (index === 0 && shares > 0) texts.push(label(heading, width, top - 14, 'right', plain, colours.quiet));
    return texts;
  };
  return { left, right, top: shares > 0 ? 18 : 4, row: 28, barAt: 7, textsOf };
}

// On a narrow page: name and share, below them the bar, below that its ends, in one line or two.
export function stacked(chart, width, colours) {
  const { plain, bold } = fontsOf(colours);
  const [left, right] = [22, 26];
  const room = width - 2 * gap;
  const isTwo = Math.max(...chart.bars.map((bar) =>
    endsOf(bar).reduce((sum, end) => sum + widthOf(end.text, plain), 2 * gap))) > room;
  const textsOf = (bar, index, top) => {
    const [first, second] = endsOf(bar);
    const share = bar.explains ? `explains ${bar.explains}` : '';
    const shareRoom = share ? widthOf(share, plain) + gap : 0;
    const texts = [
      label(fitting(bar.name, bold, room - shareRoom), gap, top + 2, 'left', bold, colours.ink),
      label(fitting(first.text, plain, room), gap, top + 37, 'left', plain, colours.ink),
      label(fitting(second.text, plain, room), width - gap, top + (isTwo ? 53 : 37), 'right', plain, colours.ink),
    ];
    if (share) texts.push(label(share, width - gap, top + 2, 'right', plain, colours.ink));
    return texts;
  };
  return { left, right, top: 4, row: isTwo ? 76 : 60, barAt: 19, textsOf };
}

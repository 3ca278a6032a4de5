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

// On a narrow page: name and share, below them the bar, below that its ends; each in one line, or in two.
export function stacked(chart, width, colours) {
  const { plain, bold } = fontsOf(colours);
  const room = width - 2 * gap;
  const shareOf = (bar) => (bar.explains ? `explains ${bar.explains}` : '');
  const fits = (texts) => texts.reduce((sum, [text, font]) => sum + widthOf(text, font), 2 * gap) <= room;
  const isNameApart = !chart.bars.every((bar) => fits([[bar.name, bold], [shareOf(bar), plain]]));
  const isEndApart = !chart.bars.every((bar) => fits(endsOf(bar).map((end) => [end.text, plain])));
  const barAt = isNameApart ? 34 : 19;
  const textsOf = (bar, index, top) => {
    const [first, second] = endsOf(bar);
    const under = top + barAt + 18;
    return [
      label(fitting(bar.name, bold, room), gap, top + 2, 'left', bold, colours.ink),
      label(shareOf(bar), isNameApart ? gap : width - gap, top + (isNameApart ? 17 : 2),
        isNameApart ? 'left' : 'right', plain, colours.ink),
      label(fitting(first.text, plain, room), gap, under, 'left', plain, colours.ink),
      label(fitting(second.text, plain, room), width - gap, under + (isEndApart ? 16 : 0), 'right', plain, colours.ink),
    ];
  };
  return { left: 22, right: 26, top: 4, row: barAt + 41 + (isEndApart ? 16 : 0), barAt, textsOf };
}

// The colours stand in the style sheet, once for light and once for dark; the charts read them from there.
export function theme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour('ink'),
    quiet: colour('quiet'),
    line: colour('line'),
    paper: colour('paper'),
    supply: colour('supply'),
    need: colour('need'),
    arrival: colour('arrival'),
    deadline: colour('deadline'),
    curves: [0, 1, 2, 3, 4, 5].map((curve) => colour(`curve-${curve}`)),
    reasons: [0, 1, 2, 3, 4].map((reason) => colour(`reason-${reason}`)),
    font: style.getPropertyValue('--font').trim(),
  };
}

// Curves differ in dash as well as in colour, as in the legend.
export const dashes = ['solid', [8, 4], [2, 3], [10, 3, 2, 3], [5, 2], [1, 2]];

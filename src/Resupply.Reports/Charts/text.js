const canvas = document.createElement('canvas').getContext('2d');

// The width of a text in pixels, as the reader's own fonts make it.
export function widthOf(text, font) {
  canvas.font = font;
  return canvas.measureText(text).width;
}

// The text, or as much of it as there is room for.
export function fitting(text, font, room) {
  if (widthOf(text, font) <= room) return text;
  let length = text.length - 1;
  while (length > 1 && widthOf(`${text.slice(0, length)}…`, font) > room) length -= 1;
  return `${text.slice(0, length)}…`;
}

// From the day of 1 case in 10 to that of 9 in 10, a disc on the median; an open end points beyond the calendar.
export function whisker(spread, page, xOf, middle, size, colours) {
  if (spread.p10 === null || spread.p10 > page.to) return [];
  const stroke = { stroke: colours.arrival, lineWidth: 2 };
  const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: stroke });
  const left = xOf(Math.max(spread.p10, page.from));
  const open = spread.p90 === null || spread.p90 > page.to;
  const right = xOf(open ? page.to : spread.p90);
  const marks = [line(left, middle - size, left, middle + size), line(left, middle, right, middle)];
  if (open) {
    marks.push(line(right - size, middle - size, right, middle), line(right - size, middle + size, right, middle));
  } else {
    marks.push(line(right, middle - size, right, middle + size));
  }
  if (spread.p50 !== null && spread.p50 <= page.to) {
    marks.push({
      type: 'circle',
      shape: { cx: xOf(spread.p50), cy: middle, r: size },
      style: { fill: colours.arrival, stroke: colours.paper, lineWidth: 1.5 },
    });
  }
  return marks;
}

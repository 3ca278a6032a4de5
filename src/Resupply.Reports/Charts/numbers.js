const millisecondsOfDay = 86_400_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const dateOf = (day) => new Date(day * millisecondsOfDay);

export const isoDate = (day) => dateOf(day).toISOString().slice(0, 10);

// "31 Dec", beside a line that shows where in which year.
export const shortDate = (day) => `${dateOf(day).getUTCDate()} ${months[dateOf(day).getUTCMonth()]}`;

// Where the axis of time has its marks: days, weeks, months, quarters or years, whichever has room.
export function timeTicks(from, to, width) {
  const room = Math.max(2, Math.floor(width / 40));
  const span = to - from;
  if (span <= room * 7) return stepTicks(from, to, Math.max(1, Math.ceil(span / room)));
  if (span / 30 <= room) return monthTicks(from, to, 1);
  const step = [2, 3, 6, 12, 24, 60, 120].find((months) => span / 30.4 / months <= room) ?? 240;
  return monthTicks(from, to, step);
}

// "Dec", and with the year in January and at the first mark.
export function timeLabel(day, first) {
  const date = dateOf(day);
  if (date.getUTCDate() !== 1) return shortDate(day);
  const month = months[date.getUTCMonth()];
  return date.getUTCMonth() === 0 || day === first ? `${month}\n${date.getUTCFullYear()}` : month;
}

function stepTicks(from, to, step) {
  const ticks = [];
  for (let day = from; day <= to; day += step) ticks.push(day);
  return ticks;
}

function monthTicks(from, to, step) {
  const ticks = [];
  const start = dateOf(from);
  const month = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let next = Math.ceil(month / step) * step; ; next += step) {
    const day = Date.UTC(Math.floor(next / 12), next % 12, 1) / millisecondsOfDay;
    if (day > to) return ticks;
    if (day >= from) ticks.push(day);
  }
}

// 1,200 · 3.8 bn: at most three digits, or a whole number below a million.
export function amount(value) {
  const size = Math.abs(value);
  if (size >= 1e9) return `${digits(value / 1e9)} bn`;
  if (size >= 1e6) return `${digits(value / 1e6)} M`;
  return digits(value);
}

function digits(value) {
  const most = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { maximumFractionDigits: most });
}

// The same, with the digits that tell marks apart that stand one step from each other.
export function amountIn(value, step) {
  const [scale, name] = Math.abs(value) >= 1e9 ? [1e9, ' bn'] : Math.abs(value) >= 1e6 ? [1e6, ' M'] : [1, ''];
  const most = Math.max(0, Math.min(6, Math.ceil(-Math.log10(step / scale) - 1e-9)));
  return value === 0 ? '0' : `${(value / scale).toLocaleString('en-US', { maximumFractionDigits: most })}${name}`;
}

export const inHundred = (value) => `${digits(value * 100)} in 100`;

// Opens a report in headless Chromium and holds it to what a reader may expect.
// node report.mjs FILE [--briefly] [--pictures=FOLDER]; ends with 0, or with 1 and what is wrong.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [file, ...how] = process.argv.slice(2);
const folder = how.find((option) => option.startsWith('--pictures='))?.slice('--pictures='.length);
const address = pathToFileURL(file).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];
const expect = (holds, fault) => holds || faults.push(fault);

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

async function open(name, { colorScheme = 'light', width = 1280, height = 900 }) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height }, bypassCSP: false });
  const page = await context.newPage();
  page.on('request', (request) => expect(request.url() === address, `${name}: asked for ${request.url()}`));
  page.on('console', (message) => expect(message.type() !== 'error', `${name}: console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`${name}: ${error.stack}`));
  page.on('dialog', (dialog) => { faults.push(`${name}: a script of the data ran`); return dialog.dismiss(); });
  await page.goto(address);
  await page.locator('html.drawn').waitFor({ state: 'attached', timeout: 20_000 });
  return page;
}

async function figures(page, name) {
  const found = await page.locator('figure').evaluateAll((elements) => elements.map((figure) => {
    const svg = figure.querySelector('.chart svg')?.getBoundingClientRect();
    const texts = [...figure.querySelectorAll('.chart svg text')].map((text) => text.getBoundingClientRect())
      .filter((box) => box.width > 0);
    const within = (low, high, otherLow, otherHigh) => low < otherHigh && otherLow < high;
    const overlaps = (a, b) =>
      within(a.left, a.right - 1, b.left, b.right - 1) && within(a.top, a.bottom - 3, b.top, b.bottom - 3);
    return {
      id: figure.id,
      size: svg ? svg.width * svg.height : 0,
      marks: figure.querySelectorAll('.chart svg path, .chart svg rect, .chart svg circle').length,
      rows: figure.querySelectorAll('details tbody tr').length,
      caption: figure.querySelector('figcaption')?.textContent.trim().length ?? 0,
      label: figure.querySelector('[role=img]')?.getAttribute('aria-label')?.length ?? 0,
      outside: texts.filter((box) => box.left < svg.left - 1 || box.right > svg.right + 1).length,
      overlapping: texts.some((a, index) => texts.slice(index + 1).some((b) => overlaps(a, b))),
    };
  }));
  for (const figure of found) {
    const where = `${name}: ${figure.id}`;
    expect(figure.size > 10_000, `${where}: no picture`);
    expect(figure.marks > 2, `${where}: an empty picture`);
    expect(figure.rows > 0, `${where}: no table`);
    expect(figure.caption > 20 && figure.label > 20, `${where}: no caption or label`);
    expect(figure.outside === 0, `${where}: ${figure.outside} labels are cut`);
    expect(!figure.overlapping, `${where}: labels overlap`);
  }
  return found.length;
}

async function accessible(page, name) { 
  const tables = page.locator('section > details, #swing-0 details, #shipments details, #no-shortage-0 details');
  await tables.evaluateAll((all) => all.forEach((details) => { details.open = true; }));
  await page.evaluate(`${axe}; undefined`);
  const violations = await page.evaluate(async () => {
    const rules = Object.fromEntries(window.axe.getRules().map((rule) => [rule.ruleId, { enabled: true }]));
    const { violations } = await window.axe.run(document, { rules, resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 160)} (${nodes.length})`);
  });
  for (const violation of violations) faults.push(`${name}: axe: ${violation}`);
}

async function picture(page, name) {
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

async function inColours(colorScheme) {
  const page = await open(colorScheme, { colorScheme });
  expect(await figures(page, colorScheme) > 0, `${colorScheme}: no figures`);
  await picture(page, colorScheme);
  await accessible(page, colorScheme);
  const before = await page.locator('.chart').first().innerHTML();
  await page.emulateMedia({ colorScheme: colorScheme === 'light' ? 'dark' : 'light' });
  await page.waitForFunction((old) => document.querySelector('.chart').innerHTML !== old, before, { timeout: 5_000 })
    .catch(() => faults.push(`${colorScheme}: charts keep their colours`));
  await page.context().close();
}

async function onPhone() {
  const page = await open('phone', { width: 390, height: 844 });
  await figures(page, 'phone');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide <= 390, `phone: scrolls sideways to ${wide}`);
  await picture(page, 'phone');
  await accessible(page, 'phone');
  await page.context().close();
}

async function byKeyboard() {
  const page = await open('keyboard', {});
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.className) === 'skip', 'keyboard: no skip link');
  const summary = page.locator('figure summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('figure details').first().evaluate((details) => details.open), 'keyboard: no table');
  const chart = page.locator('.chart').nth(await page.locator('.swings .chart').count());
  await chart.scrollIntoViewIfNeeded();
  await chart.hover();
  await page.waitForTimeout(200);
  if (folder) await chart.screenshot({ path: `${folder}/tooltip.png` });
  await page.context().close();
}

async function onPaper() {
  const page = await open('print', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 680, height: 960 });
  const wide = await page.locator('.chart svg').evaluateAll((all) => Math.max(...all.map((svg) => svg.clientWidth)));
  expect(wide <= 680, `print: a chart is ${wide} wide`);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(paper === 'rgb(255, 255, 255)', 'print: dark paper');
  await page.emulateMedia({ media: null });
  const path = folder ? `${folder}/print.pdf` : undefined;
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, path });
  expect(pdf.length > 20_000, 'print: no PDF');
  await page.context().close();
}

async function briefly() {
  const page = await open('briefly', {});
  expect(await figures(page, 'briefly') > 0, 'briefly: no figures');
  await page.context().close();
}

if (how.includes('--briefly')) {
  await briefly();
} else {
  await inColours('light');
  await inColours('dark');
  await onPhone();
  await byKeyboard();
  await onPaper();
}

await browser.close();
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

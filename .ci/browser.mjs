// Opens HTML reports in Chromium as readers do: wide and narrow, light and
// dark, by mouse and by keyboard. Fails on a console message, a request, a
// dialog, a page wider than its window, and on what axe-core finds against
// WCAG 2.2 AA.
//
//   node browser.mjs MODULES CHROMIUM REPORT.html…
//
// MODULES is the folder of node_modules with playwright-core and axe-core.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { start } from "./reader.mjs";

const [modules, chromium, ...reports] = process.argv.slice(2);
const { check, until, open, go, turn, fits, judge, verdict, end } = await start(modules, chromium, (url) => url.startsWith("file:"));

const read = async (report) => {
	const page = await open();
	await go(page, pathToFileURL(resolve(report)).href);
	const visible = () => page.locator("tbody.head:visible").count();
	const total = await visible();
	check(total > 0, `${report}: no area`);

	const box = page.locator("input[name=status]").first();
	const of = await page.locator(`tbody.head[data-status=${await box.getAttribute("value")}]`).count();
	await box.uncheck();
	await until(async () => await visible() === total - of, `${report}: the filter by status`);
	await until(async () => await page.locator("tr[data-area]:visible").count() === total - of, `${report}: the filter of the list`);
	await box.check();
	await page.fill("#search", "zzzz-nowhere");
	await until(async () => await visible() === 0, `${report}: the search`);
	await page.fill("#search", "");
	await until(async () => await visible() === total, `${report}: the filters taken back`);

	// The change that the keyboard came to, other than the one before.
	const area = () => page.evaluate(() => document.activeElement.closest("tbody")?.id);
	const step = async (key, from) => {
		await page.keyboard.press(key);
		if (total > 1) await until(async () => ![from, undefined].includes(await area()), `${report}: stepping by ${key} from ${from}`);
		return area();
	};
	await page.locator("h1").click();
	const first = await step("j");
	const second = await step("j", first);
	check(await step("k", second) === first, `${report}: stepping back by key`);
	await page.uncheck("#keys");
	await page.locator("h1").click();
	await until(async () => await area() === undefined, `${report}: a click leaves the change`);
	await page.keyboard.press("j");
	check(await area() === undefined, `${report}: keys turned off`);

	const texts = () => page.locator("tbody.rows:visible").count();
	await page.click("#fold");
	await until(async () => await texts() === 0, `${report}: fold all`);
	await page.locator("tr[data-area] a").first().click();
	await until(async () => await texts() === 1, `${report}: a link opens its area`);
	await page.click("#unfold");
	await until(async () => await texts() === total, `${report}: unfold all`);

	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
	check(/\/MediaBox \[\s*0 0 84[12][.\d]* 59[45][.\d]*\s*\]/.test(pdf), `${report}: prints on A4 landscape`);
	await page.context().close();
};

const look = async (report, looks) => {
	const url = pathToFileURL(resolve(report)).href;
	const plain = await open();
	const judged = await open({ bypassCSP: true });
	await go(plain, url);
	await go(judged, url);
	await judge(judged);
	for (const look of looks) {
		await turn(plain, look);
		await fits(plain, `${report} at ${look}`);
		await turn(judged, look);
		await verdict(judged, `${report} at ${look}`);
	}
	await plain.context().close();
	await judged.context().close();
};

const looks = [[1440, "light"], [390, "dark"], [1440, "dark"], [390, "light"]];
for (const [n, report] of reports.entries()) {
	await read(report);
	await look(report, n ? looks.slice(0, 2) : looks);
}
await end(`${reports.length} reports read`);

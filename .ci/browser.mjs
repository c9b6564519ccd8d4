// Opens HTML reports in Chromium as readers do: wide and narrow, light and
// dark, by mouse and by keyboard. Fails on a console message, a request, a
// dialog, a page wider than its window, and on what axe-core finds against
// WCAG 2.2 AA.
//
//   node browser.mjs MODULES CHROMIUM REPORT.html…
//
// MODULES is the folder of node_modules with playwright-core and axe-core.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const [modules, chromium, ...reports] = process.argv.slice(2);
const require = createRequire(pathToFileURL(resolve(modules, "x.js")));
const playwright = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let failed = 0;
const check = (ok, what) => {
	if (!ok) {
		failed++;
		console.log("FAIL " + what);
	}
};

const browser = await playwright.chromium.launch({
	executablePath: chromium,
	args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// open gives a page that tells of all it should not do.
const open = async (report, options) => {
	const page = await (await browser.newContext(options)).newPage();
	const where = `${report} at ${options.viewport.width}`;
	page.on("console", (m) => check(false, `${where}: console ${m.type()}: ${m.text()}`));
	page.on("pageerror", (e) => check(false, `${where}: error ${e.message}`));
	page.on("dialog", (d) => { check(false, `${where}: dialog ${d.message()}`); d.dismiss(); });
	page.on("request", (r) => check(r.url().startsWith("file:"), `${where}: request ${r.url()}`));
	await page.goto(pathToFileURL(resolve(report)).href);
	return page;
};

const read = async (report) => {
	const page = await open(report, { viewport: { width: 1440, height: 900 } });
	const visible = () => page.locator("tbody.head:visible").count();
	const total = await visible();
	check(total > 0, `${report}: no area`);

	const box = page.locator("input[name=status]").first();
	const of = await page.locator(`tbody.head[data-status=${await box.getAttribute("value")}]`).count();
	await box.uncheck();
	check(await visible() === total - of, `${report}: the filter by status`);
	check(await page.locator("tr[data-area]:visible").count() === total - of, `${report}: the filter of the list`);
	await box.check();
	await page.fill("#search", "zzzz-nowhere");
	check(await visible() === 0, `${report}: the search`);
	await page.fill("#search", "");
	check(await visible() === total, `${report}: the filters taken back`);

	await page.locator("h1").click();
	await page.keyboard.press("j");
	const first = await page.evaluate(() => document.activeElement.closest("tbody")?.id);
	await page.keyboard.press("j");
	const second = await page.evaluate(() => document.activeElement.closest("tbody")?.id);
	await page.keyboard.press("k");
	const again = await page.evaluate(() => document.activeElement.closest("tbody")?.id);
	check(first && second && (total < 2 || first !== second) && again === first, `${report}: stepping by key: ${first} ${second} ${again}`);
	await page.uncheck("#keys");
	await page.locator("h1").click();
	await page.keyboard.press("j");
	check(await page.evaluate(() => document.activeElement === document.body), `${report}: keys turned off`);

	await page.click("#fold");
	check(await page.locator("tbody.rows:visible").count() === 0, `${report}: fold all`);
	await page.locator("tr[data-area] a").first().click();
	// The page is told of the link after the click.
	const opened = await page.waitForFunction(() => [...document.querySelectorAll("tbody.rows")].filter((x) => !x.hidden).length === 1, null, { timeout: 20000 }).catch(() => null);
	check(opened, `${report}: a link opens its area`);
	await page.click("#unfold");
	check(await page.locator("tbody.rows:visible").count() === total, `${report}: unfold all`);

	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
	check(/\/MediaBox \[\s*0 0 84[12][.\d]* 59[45][.\d]*\s*\]/.test(pdf), `${report}: prints on A4 landscape`);
	await page.context().close();
};

const look = async (report, width, colorScheme) => {
	const options = { viewport: { width, height: 900 }, colorScheme };
	let page = await open(report, options);
	const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	check(over <= 0, `${report}: ${over} px too wide at ${width}`);
	await page.context().close();
	// axe is a script of ours, which the page's policy would rightly refuse.
	page = await open(report, { ...options, bypassCSP: true });
	await page.evaluate(axe);
	// What is out of sight has no true place until it is laid out.
	await page.addStyleTag({ content: ".chunk { content-visibility: visible !important }" });
	const { violations } = await page.evaluate(() => axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
	}));
	for (const v of violations) {
		check(false, `${report} at ${width}, ${colorScheme}: ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target).join("; ")}`);
	}
	await page.context().close();
};

for (const report of reports) {
	await read(report);
	await look(report, 1440, "light");
	await look(report, 390, "dark");
	if (report === reports[0]) {
		await look(report, 1440, "dark");
		await look(report, 390, "light");
	}
}
await browser.close();
console.log(failed ? `${failed} checks failed` : `${reports.length} reports read`);
process.exit(failed ? 1 : 0);

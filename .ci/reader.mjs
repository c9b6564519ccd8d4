// A reader in Chromium, for the checks of what the program shows: the browser,
// pages that tell of all that they should not do, and patience. A machine may
// be busy, so nothing here counts on how long a thing takes: what a page will
// come to is waited for, and only what it has not come to in PATIENCE is wrong.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const PATIENCE = 120_000; // milliseconds

// start gives the reader. modules is the folder of node_modules with
// playwright-core and axe-core; may says which addresses may be asked for.
export const start = async (modules, chromium, may) => {
	const require = createRequire(pathToFileURL(resolve(modules, "x.js")));
	const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
	const browser = await require("playwright-core").chromium.launch({
		executablePath: chromium,
		timeout: PATIENCE,
		args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
	});
	let failed = 0;

	// check counts what is wrong.
	const check = (ok, what) => {
		if (!ok) {
			failed++;
			console.log("FAIL " + what);
		}
	};

	// until is a check of what may take a while to come true; is gives it anew
	// each time, and what it gave last is told where it stays untrue.
	const until = async (is, what) => {
		const end = Date.now() + PATIENCE;
		for (;;) {
			const ok = await is();
			if (ok || Date.now() > end) return check(ok, what);
			await pause(50);
		}
	};

	// open gives a page that tells of all it should not do.
	const open = async (options) => {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "ja-JP", ...options });
		context.setDefaultTimeout(PATIENCE);
		context.setDefaultNavigationTimeout(PATIENCE);
		const page = await context.newPage();
		page.on("console", (m) => check(false, `${page.url()}: console ${m.type()}: ${m.text()}`));
		page.on("pageerror", (e) => check(false, `${page.url()}: error ${e.message}`));
		page.on("dialog", (d) => { check(false, `${page.url()}: dialog ${d.message()}`); d.dismiss(); });
		page.on("request", (r) => check(may(r.url()), `${page.url()}: request ${r.url()}`));
		return page;
	};

	// go opens an address and waits until its page is there.
	const go = async (page, url) => {
		await page.goto(url);
		await there(page);
	};

	// turn shows a page in another width and colour scheme.
	const turn = async (page, [width, colorScheme]) => {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme });
	};

	// fits checks that a page is no wider than its window.
	const fits = (page, name) => until(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: the page is wider than the window`);

	// judge makes ready a page, opened with bypassCSP, for verdict: axe is a
	// script of ours, which the page's policy would rightly refuse.
	const judge = async (page) => {
		await page.evaluate(axe);
		// What is out of sight has no true place until it is laid out.
		await page.addStyleTag({ content: ".chunk { content-visibility: visible !important }" });
	};

	// verdict checks a page against rules: tags of axe-core, or one rule.
	const verdict = async (page, name, only = RULES) => {
		const { violations } = await page.evaluate((only) => axe.run(document, { runOnly: only }), only);
		for (const v of violations) {
			check(false, `${name}: ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target).join("; ")}`);
		}
	};

	// end closes the browser and says how it went.
	const end = async (said) => {
		await browser.close();
		console.log(failed ? `${failed} checks failed` : said);
		process.exit(failed ? 1 : 0);
	};

	return { check, until, open, go, turn, fits, judge, verdict, end };
};

// WCAG 2.2 AA, and what axe-core calls best practice.
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const CONTRAST = { type: "rule", values: ["color-contrast"] };

// there waits until a page is loaded. One that is still being made asks for
// itself again and again: until it is made, it is not there.
export const there = (page) => page.waitForFunction(() => document.readyState === "complete" && !document.querySelector("meta[http-equiv=refresh]"));

// follow does what leads to another address, and waits until its page is
// there: neither a click nor a key waits for it by itself.
export const follow = async (page, act) => {
	const before = page.url();
	await act();
	await page.waitForURL((u) => u.href !== before);
	await there(page);
};

// Reads the viewer in Chromium as a reader does: goes through its pages by
// mouse and keyboard, wide and narrow, light and dark. Fails on a console
// message, a request off the loopback, a dialog, a page wider than its window,
// and on what axe-core finds against WCAG 2.2 AA.
//
//   node viewer.mjs MODULES CHROMIUM ADDRESS [SCREENSHOTS]
//
// MODULES is the folder of node_modules with playwright-core and axe-core,
// ADDRESS that of a viewer of a corpus of the sample documents and hostile
// ones. Where a folder is named last, pictures of the pages are kept there.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, chromium, address, pictures] = process.argv.slice(2);
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
const open = async (options) => {
	const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "ja-JP", ...options })).newPage();
	page.on("console", (m) => check(false, `${page.url()}: console ${m.type()}: ${m.text()}`));
	page.on("pageerror", (e) => check(false, `${page.url()}: error ${e.message}`));
	page.on("dialog", (d) => { check(false, `${page.url()}: dialog ${d.message()}`); d.dismiss(); });
	page.on("request", (r) => check(new URL(r.url()).hostname === "127.0.0.1", `${page.url()}: request ${r.url()}`));
	return page;
};
const heading = (page) => page.locator("h1").innerText();
const seen = new Map(); // pages by name, for the second half
// there waits for a page that is being made: until then another one stands in
// its place and asks for it again and again.
const there = (page) => page.waitForFunction(() => document.readyState === "complete" && !document.querySelector("meta[http-equiv=refresh]"));
const go = async (page, url) => {
	await page.goto(url);
	await there(page);
};
// follow does what leads to another address and waits until that page is
// loaded: neither a click nor a key waits for it by itself.
const follow = async (act) => {
	const before = page.url();
	await act();
	await page.waitForURL((u) => u.href !== before);
	await there(page);
};
const click = (what) => follow(() => what.click());
const enter = () => follow(() => page.keyboard.press("Enter"));

// A reader's way through the viewer, by mouse.
const page = await open();
await go(page, address);
seen.set("home", page.url());
check(await page.locator("html").getAttribute("lang") === "ja", "the language of the browser");
const series = page.locator("main td a[href^='/series']").filter({ hasText: "予算重点化方針" });
await click(series.first());
seen.set("series", page.url());
await click(page.locator("main tbody a[href^='/documents/']").first());
seen.set("document", page.url());
const text = await page.locator("article").innerText();
check(text.includes("基本的な考え方") && /\d+行/.test(text), "a document with its places");
await click(page.locator("nav.contents a").nth(3));
check(await page.locator(".block:has(:target)").count() === 1, "an entry of the contents leads to its section");
await click(page.locator("article a[href^='/work']").first());
seen.set("work", page.url());
check((await page.locator("main table").count()) > 0, "a citation leads to its work");
await click(page.locator("main table a[href*='#l']").first());
check(await page.locator(":target").count() === 1, "a mention leads to its line");
await go(page, seen.get("series"));
await click(page.locator("main tbody a[href^='/compare']").first());
seen.set("compare", page.url());
await go(page, seen.get("series"));
await click(page.locator("main form[action='/compare'] button"));
check(page.url().includes("/compare?old="), "the form of two editions");

// Changes by keyboard.
const area = () => page.evaluate(() => document.activeElement.closest("tbody")?.id);
await page.locator("h1").click();
await page.keyboard.press("j");
const first = await area();
await page.keyboard.press("j");
const second = await area();
await page.keyboard.press("k");
check(first && second && first !== second && await area() === first, `stepping: ${first}, ${second}`);
const inView = await page.evaluate((id) => {
	const { top } = document.getElementById(id).getBoundingClientRect();
	return top >= 0 && top < innerHeight;
}, first);
check(inView, "the change that was stepped to is in sight");
await click(page.locator(`#${second} .place a`).first());
check(page.url().includes("/documents/") && await page.locator(":target").count() === 1, "a change leads to its place in the document");

// The ledger leads to the change.
await go(page, seen.get("series"));
await click(page.locator("main p.links a[href^='/ledger']"));
seen.set("ledger", page.url());
const signs = page.locator("svg a[href*='/compare']");
check(await signs.count() > 5, "signs with links");
await click(signs.first());
check(/compare.*#(new|old)-/.test(page.url()) && await page.locator("tbody.head:has(:target)").isVisible(), "a sign leads to its change");

// Works and search.
await click(page.locator("header nav a[href^='/works']"));
seen.set("works", page.url());
await page.fill("input[name=title]", "基本法");
await enter();
check(await page.locator("main tbody tr").count() >= 1, "the filter of works");
await page.fill("input[name=q]", "人材 育成");
await enter();
seen.set("search", page.url());
check(await page.locator(".hits mark").count() > 1, "snippets with marks");
await click(page.locator(".hits li a").first());
check(await page.locator(":target").count() === 1, "a hit leads to its line");
await page.fill("input[name=q]", "(人材");
await enter();
check(await page.locator("[role=alert]").isVisible(), "a query that cannot be read is explained");
seen.set("trouble", page.url());
await click(page.locator("nav.languages a[lang=en]"));
check(await page.locator("html").getAttribute("lang") === "en", "the other language");
await click(page.locator("header nav a").first());
check(await heading(page) === "Series", "the language stays");

// Downloads are files.
await go(page, seen.get("compare"));
for (const name of ["HTML", "Word", "Excel", "Markdown", "JSON", "CSV"]) {
	const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".downloads a", { hasText: new RegExp(`^${name}$`) }).click()]);
	check(await file.failure() === null, `${name}: ${await file.failure()}`);
}

// The first stop of the keyboard is the way past the head.
await go(page, seen.get("document"));
await page.keyboard.press("Tab");
await enter();
check(await page.evaluate(() => document.activeElement.id) === "main", "the skip link");

// Hostile text is only shown.
await go(page, address);
const hostile = page.locator("main td a[href^='/series']").filter({ hasText: "サイバー" });
for (let i = 0, n = await hostile.count(); i < n; i++) {
	await go(page, address);
	await click(hostile.nth(i));
	const to = await page.locator("main tbody a").evaluateAll((list) => list.map((a) => a.href));
	for (const [k, href] of to.entries()) {
		await go(page, href);
		seen.set(`more${i}-${k}`, href);
	}
}
await page.context().close();

// One page is looked at in all sizes and colours: to load it anew for each
// would take four times as long and show no more.
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const sizes = [[1440, "light"], [390, "dark"], [1440, "dark"], [390, "light"]];
const turn = async (page, [width, colorScheme]) => {
	await page.setViewportSize({ width, height: 900 });
	await page.emulateMedia({ colorScheme });
};
const plain = await open();
// axe is a script of ours, which the page's policy would rightly refuse.
const checked = await open({ bypassCSP: true });
for (const [name, url] of seen) {
	const looks = name.startsWith("more") ? sizes.slice(0, 1) : sizes;
	await go(plain, url);
	for (const look of looks) {
		await turn(plain, look);
		const over = await plain.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		check(over <= 0, `${name} at ${look}: ${over} px too wide`);
		if (pictures && !name.startsWith("more")) await plain.screenshot({ path: `${pictures}/${name}-${look.join("-")}.png` });
	}
	await go(checked, url);
	await checked.evaluate(axe);
	// What is out of sight has no true place until it is laid out.
	await checked.addStyleTag({ content: ".chunk { content-visibility: visible !important }" });
	for (const [n, look] of looks.entries()) {
		await turn(checked, look);
		// The first two have seen both widths and both colours; then only their mixture is new.
		const { violations } = await checked.evaluate((only) => axe.run(document, { runOnly: only }), n < 2 ? rules : { type: "rule", values: ["color-contrast"] });
		for (const v of violations) {
			check(false, `${name} at ${look}: ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target).join("; ")}`);
		}
	}
}
await browser.close();
console.log(failed ? `${failed} checks failed` : `${seen.size} pages read`);
process.exit(failed ? 1 : 0);

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
import { CONTRAST, follow, start } from "./reader.mjs";

const [modules, chromium, address, pictures] = process.argv.slice(2);
const { check, until, open, go, turn, fits, judge, verdict, end } = await start(modules, chromium, (url) => new URL(url).hostname === "127.0.0.1");

const seen = new Map(); // pages by name, for the second half
const click = (what) => follow(page, () => what.click());
const enter = () => follow(page, () => page.keyboard.press("Enter"));

// A reader's way through the viewer, by mouse.
const page = await open();
await go(page, address);
seen.set("home", page.url());
await until(async () => await page.locator("html").getAttribute("lang") === "ja", "the language of the browser");
const series = page.locator("main td a[href^='/series']").filter({ hasText: "予算重点化方針" });
await click(series.first());
seen.set("series", page.url());
await click(page.locator("main tbody a[href^='/documents/']").first());
seen.set("document", page.url());
await until(async () => /基本的な考え方[^]*\d+行|\d+行[^]*基本的な考え方/.test(await page.locator("article").innerText()), "a document with its places");
await click(page.locator("nav.contents a").nth(3));
await until(async () => await page.locator(".block:has(:target)").count() === 1, "an entry of the contents leads to its section");
await click(page.locator("article a[href^='/work']").first());
seen.set("work", page.url());
await until(async () => (await page.locator("main table").count()) > 0, "a citation leads to its work");
await click(page.locator("main table a[href*='#l']").first());
await until(async () => await page.locator(":target").count() === 1, "a mention leads to its line");
await go(page, seen.get("series"));
await click(page.locator("main tbody a[href^='/compare']").first());
seen.set("compare", page.url());
await go(page, seen.get("series"));
await click(page.locator("main form[action='/compare'] button"));
check(page.url().includes("/compare?old="), "the form of two editions");

// Changes by keyboard.
const area = () => page.evaluate(() => document.activeElement.closest("tbody")?.id);
const step = async (key, from) => {
	await page.keyboard.press(key);
	await until(async () => ![from, undefined].includes(await area()), `stepping by ${key} from ${from}`);
	return area();
};
await page.locator("h1").click();
const first = await step("j");
const second = await step("j", first);
check(await step("k", second) === first, "stepping back");
await until(() => page.evaluate((id) => {
	const { top } = document.getElementById(id).getBoundingClientRect();
	return top >= 0 && top < innerHeight;
}, first), "the change that was stepped to is in sight");
await click(page.locator(`#${second} .place a`).first());
await until(async () => page.url().includes("/documents/") && await page.locator(":target").count() === 1, "a change leads to its place in the document");

// The ledger leads to the change.
await go(page, seen.get("series"));
await click(page.locator("main p.links a[href^='/ledger']"));
seen.set("ledger", page.url());
const signs = page.locator("svg a[href*='/compare']");
await until(async () => await signs.count() > 5, "signs with links");
await click(signs.first());
await until(async () => /compare.*#(new|old)-/.test(page.url()) && await page.locator("tbody.head:has(:target)").isVisible(), "a sign leads to its change");

// Works and search.
await click(page.locator("header nav a[href^='/works']"));
seen.set("works", page.url());
await page.fill("input[name=title]", "基本法");
await enter();
await until(async () => await page.locator("main tbody tr").count() >= 1, "the filter of works");
await page.fill("input[name=q]", "人材 育成");
await enter();
seen.set("search", page.url());
await until(async () => await page.locator(".hits mark").count() > 1, "snippets with marks");
await click(page.locator(".hits li a").first());
await until(async () => await page.locator(":target").count() === 1, "a hit leads to its line");
await page.fill("input[name=q]", "(人材");
await enter();
await until(async () => await page.locator("[role=alert]").isVisible(), "a query that cannot be read is explained");
seen.set("trouble", page.url());
await click(page.locator("nav.languages a[lang=en]"));
await until(async () => await page.locator("html").getAttribute("lang") === "en", "the other language");
await click(page.locator("header nav a").first());
await until(async () => await page.locator("h1").innerText() === "Series", "the language stays");

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
await until(() => page.evaluate(() => document.activeElement.id === "main"), "the skip link");

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
const looks = [[1440, "light"], [390, "dark"], [1440, "dark"], [390, "light"]];
const plain = await open();
const judged = await open({ bypassCSP: true });
for (const [name, url] of seen) {
	const more = name.startsWith("more");
	await go(plain, url);
	await go(judged, url);
	await judge(judged);
	for (const [n, look] of looks.slice(0, more ? 1 : 4).entries()) {
		await turn(plain, look);
		await fits(plain, `${name} at ${look}`);
		if (pictures && !more) await plain.screenshot({ path: `${pictures}/${name}-${look.join("-")}.png` });
		await turn(judged, look);
		// The first two have seen both widths and both colours; then only their mixture is new.
		await verdict(judged, `${name} at ${look}`, n < 2 ? undefined : CONTRAST);
	}
}
await end(`${seen.size} pages read`);

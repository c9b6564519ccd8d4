// Filters, folding and stepping. The page is whole without it.
"use strict";
(() => {
	const byId = (id) => document.getElementById(id);
	const heads = [...document.querySelectorAll("tbody.head")];
	const rowsOf = (head) => head.nextElementSibling;
	const listed = new Map([...document.querySelectorAll("tr[data-area]")].map((row) => [row.dataset.area, row]));
	const tools = byId("tools");
	const statuses = [...tools.querySelectorAll("input[name=status]")];
	const unsure = byId("unsure");
	const search = byId("search");
	const shown = byId("shown");
	const texts = new Map(); // of areas, made when first searched

	const textOf = (head) => {
		let text = texts.get(head);
		if (text === undefined) {
			text = (head.textContent + rowsOf(head).textContent).normalize("NFKC").toLowerCase();
			texts.set(head, text);
		}
		return text;
	};

	const filter = () => {
		const on = new Set(statuses.filter((box) => box.checked).map((box) => box.value));
		const words = search.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
		let n = 0;
		for (const head of heads) {
			const fits = on.has(head.dataset.status) &&
				(!unsure || !unsure.checked || "unsure" in head.dataset) &&
				words.every((word) => textOf(head).includes(word));
			head.hidden = !fits;
			rowsOf(head).hidden = !fits || head.dataset.folded === "yes";
			const row = listed.get(head.id);
			if (row) row.hidden = !fits;
			if (fits) n++;
		}
		for (const chunk of document.querySelectorAll(".chunk")) {
			chunk.hidden = !chunk.querySelector("tbody.head:not([hidden])");
		}
		shown.textContent = shown.dataset.say.replace("{n}", n).replace("{m}", heads.length);
	};

	const fold = (head, folded) => {
		head.dataset.folded = folded ? "yes" : "no";
		rowsOf(head).hidden = folded || head.hidden;
		head.querySelector("button").setAttribute("aria-expanded", String(!folded));
	};

	const label = tools.dataset.text;
	heads.forEach((head, i) => {
		const rows = rowsOf(head);
		rows.id = head.id + "-rows";
		const button = document.createElement("button");
		button.type = "button";
		button.className = "fold";
		button.textContent = label;
		button.setAttribute("aria-controls", rows.id);
		button.setAttribute("aria-expanded", "true");
		button.setAttribute("aria-label", label + " " + (i + 1));
		button.addEventListener("click", () => fold(head, head.dataset.folded !== "yes"));
		const cell = head.querySelector("td");
		cell.insertBefore(button, cell.firstChild);
		if (head.dataset.status === "unchanged") fold(head, true);
	});

	// The change that was last gone to, or the first one in sight.
	let current = null;
	const step = (by) => {
		const stops = heads.filter((head) => !head.hidden && head.dataset.status !== "unchanged");
		if (!stops.length) return;
		let at = stops.indexOf(current);
		if (at < 0) {
			at = stops.findIndex((head) => head.getBoundingClientRect().top > 0);
			if (at < 0) at = stops.length;
			if (by > 0) at--;
		}
		current = stops[Math.min(Math.max(at + by, 0), stops.length - 1)];
		if (current.dataset.folded === "yes") fold(current, false);
		const title = current.querySelector("[tabindex]");
		title.focus({ preventScroll: true });
		current.scrollIntoView({ block: "start" });
	};

	byId("previous").addEventListener("click", () => step(-1));
	byId("next").addEventListener("click", () => step(1));
	byId("fold").addEventListener("click", () => heads.forEach((head) => fold(head, true)));
	byId("unfold").addEventListener("click", () => heads.forEach((head) => fold(head, false)));
	byId("hide-same").addEventListener("change", (e) => document.body.classList.toggle("hide-same", e.target.checked));
	for (const box of statuses) box.addEventListener("change", filter);
	if (unsure) unsure.addEventListener("change", filter);
	search.addEventListener("input", filter);
	document.addEventListener("keydown", (e) => {
		if (!byId("keys").checked || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, select, textarea")) return;
		if (e.key === "j") step(1);
		if (e.key === "k") step(-1);
	});

	// A link to an area that is folded or filtered out opens it.
	const arrive = () => {
		const place = document.querySelector(":target");
		const head = place ? place.closest("tbody.head") : null;
		if (!head) return;
		if (head.hidden) {
			for (const box of statuses) box.checked = true;
			if (unsure) unsure.checked = false;
			search.value = "";
			filter();
		}
		fold(head, false);
		current = head;
		head.scrollIntoView({ block: "start" });
	};
	window.addEventListener("hashchange", arrive);

	tools.hidden = false;
	filter();
	arrive();
})();

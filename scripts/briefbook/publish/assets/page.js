/* What a page does beyond being read; all can be read and followed without it. A plain script and no
   module, because browsers run no module of a page that is read from a folder. */
"use strict";
{
const root = document.documentElement;
root.dataset.bbReady = "";
const inFolder = location.protocol === "file:"; // where other files cannot be asked for
/* Within another theme, see beside.js. */
const beside = document.querySelector(".bb-beside");
/* Another script of ours, in the version that this one's address names. */
const own = document.currentScript?.src ?? beside.dataset.bbRuns;
const besideMe = (name) => new URL(name + new URL(own).search, own).href;
const here = (name) => document.querySelector(`:is(.bb-beside, main, header) [data-bb-${name}]`);
const ofTheme = (selector) => (beside ? [] : document.querySelectorAll(selector));

/* What scrolls sideways can be scrolled with keys. */
for (const one of ofTheme("pre > code, .md-typeset table:not([class]), .md-sidebar__scrollwrap")) {
  if (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight) one.tabIndex = 0;
}

/* Light or dark: the system's choice until the reader makes one. */
const scheme = here("scheme");
if (scheme?.hidden) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.bbScheme ? root.dataset.bbScheme === "dark" : system.matches);
  const tell = () => scheme.setAttribute("aria-pressed", String(dark()));
  scheme.hidden = false;
  tell();
  scheme.addEventListener("click", () => {
    root.dataset.bbScheme = dark() ? "light" : "dark";
    tell();
    try { localStorage.setItem("briefbook.scheme", root.dataset.bbScheme); } catch { /* private windows forget */ }
  });
}

/* The theme's drawer is a checkbox; a button opens it, Escape closes it. */
const menu = here("menu");
const drawer = document.getElementById("__drawer");
if (menu && drawer) {
  drawer.checked = false; // some browsers keep it over a reload
  const set = (open) => {
    drawer.checked = open;
    menu.setAttribute("aria-expanded", String(open));
    if (open) document.querySelector(".md-nav--primary a")?.focus();
  };
  menu.addEventListener("click", () => set(!drawer.checked));
  drawer.addEventListener("change", () => set(drawer.checked));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    set(false);
    menu.focus();
  });
}
for (const label of ofTheme("label[tabindex]")) {
  label.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    label.click();
  });
}

/* The table of contents follows the reader. */
const contents = new Map();
for (const link of ofTheme(".md-nav--secondary a[href^='#']")) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (heading) contents.set(heading, link);
}
if (contents.size) {
  let current;
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      current?.classList.remove("md-nav__link--active");
      current = contents.get(entry.target);
      current.classList.add("md-nav__link--active");
    }
  }, { rootMargin: "-64px 0px -70% 0px" });
  for (const heading of contents.keys()) watch.observe(heading);
}

/* What a link leads to is opened, and what it is folded away in; on paper everything is. */
const aim = (hash) => (hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null);
function unfold() {
  const target = aim(location.hash);
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  const card = target?.matches("h2, h3, dt") ? target.nextElementSibling : target;
  for (const one of card?.querySelectorAll(":scope > .bb-depth, :scope > td > .bb-depth") ?? []) one.open = true;
  if (target?.parentElement.closest("details")) target.scrollIntoView();
}
addEventListener("hashchange", unfold);
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#']");
  if (link && link.hash === location.hash) unfold();
});
unfold();

/* A record's words, where the text names it by its number. */
const wordsOf = (target) => {
  const copy = target.cloneNode(true);
  for (const extra of copy.querySelectorAll(".headerlink, .bb-nr")) extra.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
};
const named = (link) => (link.pathname === location.pathname ? aim(link.hash) : null);

/* All cards at once, and on paper a summary or the whole. */
const ways = here("ways");
if (ways) {
  const [all, short, whole] = ways.querySelectorAll("button");
  ways.hidden = false;
  all.addEventListener("click", () => {
    const open = all.getAttribute("aria-pressed") !== "true";
    for (const one of document.querySelectorAll(".bb-depth")) one.open = open;
    all.setAttribute("aria-pressed", String(open));
  });
  short.addEventListener("click", () => { root.dataset.bbPaper = "summary"; print(); });
  whole.addEventListener("click", () => print());
}
let opened = [];
addEventListener("beforeprint", () => {
  for (const link of document.querySelectorAll(".bb-ref:not([data-bb-words])")) {
    const record = link.matches("[aria-label]") && named(link);
    if (record) link.dataset.bbWords = wordsOf(record);
  }
  if (root.dataset.bbPaper) return;
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const one of opened) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of opened) one.open = false;
  opened = [];
  delete root.dataset.bbPaper;
});

/* A renamed brief: on to its new address, with the claim that was asked for. */
const moved = here("moved");
if (moved) location.replace(new URL(moved.dataset.bbMoved, location.href).href + location.hash);

/* Hover or focus on a source shows what it is: its line in the list of sources, else its title. */
const tip = Object.assign(document.createElement("div"), { id: "bb-tip", role: "tooltip", hidden: true });
let owner;
function about(link) {
  if (link.hash.startsWith("#_") && link.pathname === location.pathname) {
    const entry = document.getElementById(link.hash.slice(1))?.closest("li");
    if (!entry) return "";
    const copy = entry.cloneNode(true);
    for (const extra of copy.querySelectorAll("ul, details, sup, a.bb-open")) extra.remove();
    for (const part of copy.querySelectorAll("br, cite")) part.before(" · ");
    return copy.textContent.replace(/\s+/g, " ").replace(/( ·)+(?= ·|$)/g, "").trim();
  }
  const record = link.classList.contains("bb-ref") && named(link);
  if (record) return wordsOf(record);
  if (link.title) {
    link.dataset.bbTip = link.title;
    link.removeAttribute("title");
  }
  return link.dataset.bbTip ?? "";
}
let leaving;
function hideTip() {
  clearTimeout(leaving);
  owner?.removeAttribute("aria-describedby");
  owner = undefined;
  tip.hidden = true;
}
function showTip(link) {
  const words = about(link);
  if (!words) return;
  if (!tip.isConnected) (beside ?? document.querySelector("main")).append(tip);
  tip.textContent = words;
  tip.hidden = false;
  owner = link;
  link.setAttribute("aria-describedby", "bb-tip");
  const box = link.getBoundingClientRect();
  const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
  tip.style.left = `${Math.max(8, Math.min(box.left, room)) + scrollX}px`;
  tip.style.top = `${besides(link, box, tip.offsetHeight) + scrollY}px`;
}
/* Below what one reads, else above it; where neither fits, beside the line. */
function besides(link, line, height) {
  const head = document.querySelector(".md-header")?.offsetHeight ?? 0;
  const text = (link.closest("p, li, td, th, dd, dt, blockquote, h2, h3") ?? link).getBoundingClientRect();
  for (const { top, bottom } of [text, line]) {
    if (bottom + height + 8 < innerHeight) return bottom + 4;
    if (top - height - 4 > head) return top - height - 4;
  }
  return line.bottom + 4;
}
const sourceLink = (event) => event.target.closest?.("a.bb-cite, a.bb-source, a.bb-ref");
for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const link = sourceLink(event);
    if (link && link !== owner && link.closest("main")) { hideTip(); showTip(link); }
  });
}
/* It stays while the pointer is on its way there. */
document.addEventListener("pointerout", (event) => {
  clearTimeout(leaving);
  if (owner && !tip.contains(event.relatedTarget) && event.relatedTarget !== owner && document.activeElement !== owner) leaving = setTimeout(hideTip, 400);
});
tip.addEventListener("pointerenter", () => clearTimeout(leaving));
document.addEventListener("focusout", hideTip);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hideTip(); });

/* In the evidence map a claim lights the lines that lead to it. */
for (const node of document.querySelectorAll(".bb-picture-map [data-node]")) {
  const lines = node.closest("svg").querySelectorAll(`[data-to="${node.dataset.node}"]`);
  const light = (on) => { for (const line of lines) line.classList.toggle("bb-lit", on); };
  for (const kind of ["pointerenter", "focusin"]) node.addEventListener(kind, () => light(true));
  for (const kind of ["pointerleave", "focusout"]) node.addEventListener(kind, () => light(false));
}

/* Copying: a claim's address, and its citation in four forms. */
const citations = here("citations");
let loading;
const FORMS = [["plain", "Text"], ["bib", "BibTeX"], ["csl", "CSL-JSON"], ["ris", "RIS"]];
function say(name) { return citations.dataset[name]; }
async function copy(text, button) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = say("bbCopied");
  } catch {
    button.textContent = say("bbFailed");
  }
  setTimeout(() => { button.textContent = before; }, 1600);
}
function button(words, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: words });
  made.addEventListener("click", () => act(made));
  return made;
}
/* A record's citations: its place is the same in all files; whoever copies reads today. */
async function forms(id) {
  const read = (ending) => fetch(new URL(`${citations.dataset.bbCitations}.${ending}`, location.href)).then((answer) => answer.text());
  const [bib, csl, ris] = await (loading ??= Promise.all(["bib", "csl.json", "ris"].map(read)));
  const items = JSON.parse(csl);
  const at = items.findIndex((item) => item.id.split(":")[1] === id);
  const item = items[at], url = item.URL ?? "";
  const day = new Date().toLocaleDateString("sv"), [year, month, date] = day.split("-").map(Number);
  const plain = say("bbForm").replace(/[\ue000\ue001]/g, (mark) => mark === "\ue000" ? item.title.replace(/\.$/, "") : url).trim();
  if (url) item.accessed = { "date-parts": [[year, month, date]] };
  const entry = bib.split(/\n(?=@)/)[at].trim(), record = ris.split(/(?<=ER  - )\s*/)[at];
  return {
    plain, csl: JSON.stringify([item], null, 1),
    bib: url ? entry.replace(/\}$/, `  urldate = {${day}},\n}`) : entry,
    ris: url ? record.replace(/ER  - $/, `Y2  - ${day.replaceAll("-", "/")}\r\nER  - `) : record,
  };
}
async function cite(link) {
  const card = link.closest(".bb-acts");
  const open = card.nextElementSibling?.classList.contains("bb-cite-panel") ? card.nextElementSibling : null;
  if (open) { open.remove(); link.setAttribute("aria-expanded", "false"); return; }
  const found = await forms(link.dataset.bbCite);
  const panel = Object.assign(document.createElement("div"), { className: "bb-cite-panel" });
  panel.append(Object.assign(document.createElement("p"), { textContent: found.plain }));
  const row = document.createElement("p");
  for (const [name, words] of FORMS) row.append(button(name === "plain" ? say("bbText") : words, (made) => copy(found[name], made)));
  panel.append(row);
  card.after(panel);
  link.setAttribute("aria-expanded", "true");
}
if (citations && !inFolder) {
  for (const link of document.querySelectorAll("a[data-bb-cite]")) {
    const made = button(link.textContent, () => cite(made));
    made.dataset.bbCite = link.dataset.bbCite;
    made.setAttribute("aria-expanded", "false");
    const address = link.parentElement.querySelector("a[href^='#']:not([data-bb-cite])");
    link.replaceWith(made);
    if (!address || !navigator.clipboard) continue;
    const copied = button(say("bbCopyLink"), (self) => copy(new URL(address.getAttribute("href"), location.href).href, self));
    address.replaceWith(copied);
  }
}

/* An error is reported where it stands: the form gets the record's own address. */
const report = document.querySelector("[data-bb-report]");
for (const link of report && location.protocol.startsWith("http") ? document.querySelectorAll("[data-bb-cite]") : []) {
  const record = new URL(`#${link.dataset.bbCite}`, location.href).href;
  const href = report.dataset.bbReport + encodeURIComponent(record);
  link.after(Object.assign(document.createElement("a"), { href, textContent: report.textContent }));
}

/* “/” goes to the search box, wherever one is. */
const frame = here("search");
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = frame?.querySelector("input") ?? document.querySelector(".bb-header-search input");
  if (!box || !box.offsetParent) {
    const link = document.querySelector(".bb-header-search-link");
    if (!link) return;
    event.preventDefault();
    link.click();
    return;
  }
  event.preventDefault();
  box.focus();
});
if (frame && !inFolder) import(besideMe("search.js"));

/* Without that source: script and tables come when somebody opens it. */
const without = here("without");
const load = (src) => new Promise((done, failed) => {
  document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed }));
});
without?.addEventListener("toggle", async () => {
  if (!without.open || without.dataset.bbAsked !== undefined) return;
  without.dataset.bbAsked = "";
  await load(besideMe("without.js"));
  await load(new URL(without.dataset.bbWithout, location.href).href);
  globalThis.briefbookWithout.show(without);
});
}

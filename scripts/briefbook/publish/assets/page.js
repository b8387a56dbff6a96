/* What a page does beyond being read; all can be read and followed without it. A plain script and no
   module, because browsers run no module of a page that is read from a folder. */
"use strict";
{
const root = document.documentElement;
root.dataset.bbReady = "";
/* Where other files cannot be asked for. */
const inFolder = location.protocol === "file:";
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
  /* Some browsers keep it over a reload. */
  drawer.checked = false;
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

/* A record's words, where the text names it by its number. */
const wordsOf = (target) => {
  const copy = (target.matches("tr") ? target.querySelector(".bb-quiet") ?? target : target).cloneNode(true);
  for (const extra of copy.querySelectorAll(".headerlink, .bb-nr")) extra.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
};

/* The table of contents follows the reader: it marks the last section that begins above the line at
   which one reads, at the end of the page the last one that is seen, after a jump the one asked for. */
const contents = [...ofTheme(".md-nav--secondary a[href^='#']")].flatMap((link) => {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return heading ? [{ link, heading }] : [];
});
const pageTitle = beside ? null : document.querySelector(".md-content h1");
const homeLink = document.querySelector(".md-header__title a");
const where = homeLink && pageTitle ? Object.assign(document.createElement("span"), { className: "bb-where", ariaHidden: "true" }) : null;
let pending, jumped, current;
function follow() {
  pending = undefined;
  const top = (one) => one.getBoundingClientRect().top;
  const atEnd = scrollY > 0 && innerHeight + scrollY >= root.scrollHeight - 2;
  const line = atEnd ? innerHeight : Math.max(120, innerHeight * (scrollY > 0 ? 0.3 : 0.5));
  const within = jumped && contents.findLast(({ heading }) => heading === jumped || heading.compareDocumentPosition(jumped) & Node.DOCUMENT_POSITION_FOLLOWING);
  const found = within ?? contents.findLast(({ heading }) => top(heading) <= line);
  if (found !== current) {
    current?.link.classList.remove("md-nav__link--active");
    current?.link.removeAttribute("aria-current");
    current = found;
    current?.link.classList.add("md-nav__link--active");
    current?.link.setAttribute("aria-current", "location");
  }
  where?.parentElement.classList.toggle("bb-scrolled", pageTitle.getBoundingClientRect().bottom < 0);
}
const soon = () => { pending ??= requestAnimationFrame(follow); };
if (where) {
  where.textContent = wordsOf(pageTitle);
  homeLink.after(where);
}
if (contents.length || where) {
  for (const event of ["scroll", "resize"]) addEventListener(event, soon, { passive: true });
  document.addEventListener("toggle", soon, true);
  for (const event of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(event, () => { jumped = undefined; }, { passive: true });
  soon();
}

/* The door through which one came, on pages that stand in no list of the site. */
const DOORS = { topics: "subjects", entities: "subjects" };
if (where && !document.querySelector(".md-tabs__item--active")) {
  const [first] = location.href.slice(homeLink.href.length).split("/");
  const door = new URL(`${DOORS[first] ?? first}/`, homeLink.href).href;
  for (const link of document.querySelectorAll(".md-tabs__link")) {
    if (link.href === door) link.parentElement.classList.add("md-tabs__item--active");
  }
}

/* What a link leads to is opened, and what it is folded away in; on paper everything is. */
const aim = (hash) => (hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null);
function unfold() {
  const target = aim(location.hash);
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  const card = target?.matches("h2, h3, dt") ? target.nextElementSibling : target;
  for (const one of card?.querySelectorAll(":scope > .bb-depth, :scope > td > .bb-depth") ?? []) one.open = true;
  if (target?.parentElement.closest("details")) target.scrollIntoView();
  jumped = target;
  soon();
}
addEventListener("hashchange", unfold);
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#']");
  if (link && link.hash === location.hash) unfold();
});
unfold();

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
    if (record) link.dataset.bbWords = wordsOf(record).replace(/^(.{44}\S*) .+/s, "$1 …");
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
  tip.style.top = `${topOfTip(link, box, tip.offsetHeight) + scrollY}px`;
}
/* Below what one reads, else above it; where neither fits, beside the line. */
function topOfTip(link, line, height) {
  const head = document.querySelector(".md-header")?.offsetHeight ?? 0;
  const text = (link.closest(".bb-item") ?? link.closest("p, li, td, th, dd, dt, blockquote, h2, h3") ?? link).getBoundingClientRect();
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

/* Copying: a claim's address, and its citation in four forms (cite.js, which comes when it is asked for). */
const citations = here("citations");
const load = (src) => new Promise((done, failed) => {
  document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed }));
});
function button(words, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: words });
  made.addEventListener("click", () => act(made));
  return made;
}
/* The record that a link cites: that to which the link before it leads. */
const cited = (link) => link.dataset.bbCite || link.previousElementSibling.hash.slice(1);
if (citations && !inFolder) {
  let loading;
  const citing = async () => {
    await (loading ??= load(besideMe("cite.js")).catch((error) => { loading = undefined; throw error; }));
    return globalThis.briefbookCite;
  };
  for (const link of document.querySelectorAll("a[data-bb-cite]")) {
    const made = button(link.textContent, async (self) => (await citing()).cite(self, citations, button));
    made.dataset.bbCite = cited(link);
    made.setAttribute("aria-expanded", "false");
    const address = link.parentElement.querySelector("a[href^='#']:not([data-bb-cite])");
    link.replaceWith(made);
    if (!address || !navigator.clipboard) continue;
    const own = named(address)?.querySelector("a.bb-nr") ?? address; // a page whose preview tells the verdict
    const url = new URL(own.getAttribute("href"), location.href).href;
    address.replaceWith(button(citations.dataset.bbCopyLink, async (self) => (await citing()).copy(url, self, citations)));
  }
}

/* An error is reported where it stands: the form gets the record's own address. */
const report = document.querySelector("[data-bb-report]");
for (const link of report && location.protocol.startsWith("http") ? document.querySelectorAll("[data-bb-cite]") : []) {
  const record = new URL(`#${cited(link)}`, location.href).href;
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
without?.addEventListener("toggle", async () => {
  if (!without.open || without.dataset.bbAsked !== undefined) return;
  without.dataset.bbAsked = "";
  try {
    await load(besideMe("without.js"));
    if (without.dataset.bbWithout) await load(new URL(without.dataset.bbWithout, location.href).href);
  } catch (error) {
    /* It may be there the next time. */
    delete without.dataset.bbAsked;
    throw error;
  }
  globalThis.briefbookWithout.show(without, wordsOf);
});
}

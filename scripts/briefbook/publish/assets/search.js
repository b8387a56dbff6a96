/* The search page: what is asked for, what was found, and ways to narrow it. */
import { counts, records, search } from "./search-index.js";

const SIZE = 20;
const LOOKED_AT = 60; // results whose values are offered as choices
const PAUSE = 350; // milliseconds after the last key
/* A theme that has a search of its own may take “q” for a question to that. */
const ASKED = document.querySelector(".bb-beside") ? "query" : "q";
const SITE = new URL("../../", import.meta.url);
const frame = document.querySelector("[data-bb-search]");
const words = JSON.parse(document.getElementById("bb-search-words").textContent);
const FACETS = Object.keys(words.facets);
const ALWAYS = ["kind", "verdict"];
const NAMED = 30; // values of a facet with many names that are offered

function element(name, text, properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  if (text) made.textContent = text;
  return made;
}

/* The marks of the text, for results. */
const MARKS = words.marks;
function mark(verdict) {
  const made = element("span", "", { className: `bb-ink-${verdict}` });
  made.innerHTML = `<svg class="bb-mark" viewBox="0 0 16 16" aria-hidden="true">${MARKS[verdict] ?? ""}</svg> `;
  return made;
}

const named = (facet, value) => words.values[facet]?.[value] ?? value;

/* Other names, each in its language. */
function aliases(names, tongues) {
  const line = element("p", "", { className: "bb-meta" });
  line.append(...names.flatMap((name, at) => [", ", element("bdi", name, tongues[at] === "-" ? {} : { lang: tongues[at] })]).slice(1));
  return line;
}

function row(found) {
  const known = found.verdict in MARKS;
  const item = element("li", "", known ? { className: `bb-row bb-bar-${found.verdict}` } : { className: "bb-row" });
  const language = found.facets.find(([facet]) => facet === "language")?.[1];
  const foreign = language && language !== words.site;
  const line = element("p", "", { className: "bb-statement" });
  const link = element("a", "", { href: new URL(found.address, SITE).href });
  if (known) line.append(mark(found.verdict));
  const inTongue = { dir: "auto", ...(foreign ? { lang: language } : {}) };
  link.append(element("span", found.title, inTongue));
  line.append(link);
  item.append(line);
  if (found.tongues) item.append(aliases(found.shown.split("\n"), found.tongues.split(" ")));
  else if (found.shown) item.append(element("p", found.shown, inTongue));
  const parts = [
    named("kind", found.kind),
    known && found.confidence ? `${words.facets.confidence}: ${named("confidence", found.confidence)}` : "",
    found.brief,
  ].filter(Boolean).flatMap((part) => [" · ", element("bdi", part)]).slice(1);
  const where = element("p", "", { className: "bb-meta" });
  where.append(...parts);
  item.append(where);
  return item;
}

/* What is asked for stands in the address. */
function read() {
  const given = new URLSearchParams(location.search);
  const choices = {};
  for (const facet of FACETS) if (given.get(facet)) choices[facet] = given.get(facet);
  return { query: (given.get(ASKED) ?? "").trim(), choices };
}
function write({ query, choices }, step) {
  const url = new URL(location.href);
  url.search = "";
  if (query) url.searchParams.set(ASKED, query);
  for (const facet of FACETS) if (choices[facet]) url.searchParams.set(facet, choices[facet]);
  if (url.href !== location.href) history[step ? "pushState" : "replaceState"](null, "", url);
}

const form = frame.querySelector("form");
const input = frame.querySelector("input");
input.name = ASKED;
const list = frame.querySelector("ol");
const status = frame.querySelector("[role=status]");
const panel = frame.querySelector("#bb-facets");
const selects = new Map();
let state = read();
let asked = 0;
let counted = false;
let further = 0; // how often more results were asked for
const next = element("button", words.say.next, { type: "button", className: "bb-next", hidden: true });
list.after(next);
next.addEventListener("click", async () => {
  further += 1;
  const shown = list.children.length;
  await show();
  (list.children[shown] ?? list.lastElementChild)?.querySelector("a")?.focus();
});

function tell(name, values = {}) {
  status.textContent = words.say[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

/* Nothing is asked for. */
function idle() {
  list.replaceChildren();
  next.hidden = true;
  status.textContent = "";
}

async function show() {
  const mine = ++asked;
  const narrow = Object.keys(state.choices).length > 0;
  if (!state.query && !narrow) return idle();
  tell("searching");
  try {
    const { numbers, whole } = await search(state.query, state.choices);
    if (mine !== asked) return undefined;
    const upTo = SIZE * (1 + further);
    const looked = await records(numbers.slice(0, counted ? Math.max(upTo, LOOKED_AT) : upTo));
    if (mine !== asked) return undefined;
    if (!numbers.length) document.documentElement.classList.remove("bb-asked");
    list.replaceChildren(...looked.slice(0, upTo).map(row));
    if (counted) await offer(looked, looked.length === numbers.length, mine);
    next.hidden = numbers.length <= upTo;
    const said = !numbers.length ? (narrow ? "fewer" : "none") : !whole ? "near" : numbers.length === 1 ? "one" : "some";
    const number = numbers.length.toLocaleString(words.site);
    if (!state.query && numbers.length) status.textContent = `${chosen()}: ${number}`;
    else tell(said, { query: state.query || chosen(), number });
  } catch (error) {
    tell("broken");
    throw error;
  }
  return undefined;
}

/* The choices in words, for a search without any. */
function chosen() {
  return Object.entries(state.choices).map(([facet, value]) => named(facet, value)).join(", ");
}

function choose() {
  const choices = {};
  for (const [facet, select] of selects) if (select.value) choices[facet] = select.value;
  const step = FACETS.some((facet) => (choices[facet] ?? "") !== (state.choices[facet] ?? ""));
  state = { query: input.value.trim(), choices };
  further = 0;
  write(state, step);
  show();
}

function option(value, text) {
  return element("option", text, { value });
}

/* A choice for a facet: “Any”, its values, and the one of the address even if nothing has it. */
function fill(facet, values, counts = new Map()) {
  const select = selects.get(facet);
  const chosen = state.choices[facet] ?? "";
  const kept = chosen && !values.includes(chosen) ? [...values, chosen] : values;
  select.replaceChildren(option("", words.say.any), ...kept.map((value) => option(value, named(facet, value) + (counts.has(value) ? ` (${counts.get(value).toLocaleString(words.site)})` : ""))));
  select.value = chosen;
  select.disabled = !kept.length;
}

/* The values that results have, and how many have each. Of a facet with few values all are counted; of
   others those of the first results, the most frequent first, with numbers where these are `all`. */
async function offer(looked, all, mine) {
  const told = await Promise.all(FACETS.map(async (facet) => {
    const order = Object.keys(words.values[facet] ?? {});
    if (order.length) {
      const found = await counts(state.query, state.choices, facet, order);
      return [facet, order.filter((value) => found.has(value)), found];
    }
    const found = new Map();
    for (const [name, value] of looked.flatMap((one) => one.facets)) {
      if (name === facet) found.set(value, (found.get(value) ?? 0) + 1);
    }
    const values = [...found.keys()].sort((a, b) => found.get(b) - found.get(a) || a.localeCompare(b));
    if (facet === "year") values.sort((a, b) => b - a);
    return [facet, values.slice(0, NAMED), all ? found : undefined];
  }));
  if (mine === asked) for (const [facet, values, found] of told) fill(facet, values, found);
}

function choice(facet) {
  const label = element("label", words.facets[facet]);
  const select = element("select", "", { name: facet });
  select.addEventListener("change", choose);
  selects.set(facet, select);
  label.append(select);
  return label;
}

function build() {
  panel.append(...ALWAYS.map(choice));
  const more = element("details", "", { className: "bb-more" });
  const summary = element("summary", words.say.more);
  more.append(summary);
  const within = FACETS.filter((facet) => !ALWAYS.includes(facet));
  const told = () => {
    const chosen = within.filter((facet) => state.choices[facet]).map((facet) => named(facet, state.choices[facet]));
    summary.textContent = words.say.more + (chosen.length ? ` (${chosen.join(", ")})` : "");
  };
  panel.addEventListener("change", told);
  told();
  const inside = element("div", "", { className: "bb-facets" });
  inside.append(...within.map(choice));
  more.append(inside);
  panel.append(more);
  panel.hidden = false;
  for (const facet of FACETS) fill(facet, Object.keys(words.values[facet] ?? {}));
  const count = () => { if (!counted) { counted = true; show(); } };
  for (const event of ["pointerenter", "focusin"]) panel.addEventListener(event, count);
  if (within.some((facet) => state.choices[facet])) {
    more.open = matchMedia("(min-width: 45em)").matches; // on a phone the results come first
    counted = true;
  }
  more.addEventListener("toggle", () => { if (more.open) count(); });
}

/* Arrows go from the box through the results and back. */
frame.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [input, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
});

let timer;
frame.querySelector(".bb-no-script").remove();
input.value = state.query;
build();
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(choose, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  choose();
});
addEventListener("popstate", () => location.reload());
if (state.query && matchMedia("(pointer: fine)").matches && document.activeElement === document.body) input.focus({ preventScroll: true });
show();

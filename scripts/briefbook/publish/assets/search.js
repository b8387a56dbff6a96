/* Search over the bundles of all languages: each has its own stemmer and word breaks. Words were
   filed by their script, so a query asks only the bundles of the scripts in which it is typed. */

const SIZE = 20;
const POOL = { en: 22, ru: 30, zh: 30 }; // looked at in a bundle; each is one small request
const ACTORS = 3; // that are looked at however often others name them
const PAUSE = 350; // milliseconds after the last key
/* A theme that has a search of its own may take “q” for a question to that. */
const ASKED = document.querySelector(".bb-beside") ? "query" : "q";
const SITE = new URL("../../", import.meta.url);
const frame = document.querySelector("[data-bb-search]");
const words = JSON.parse(document.getElementById("bb-search-words").textContent);
const FACETS = Object.keys(words.facets);
const ALWAYS = ["kind", "verdict"];
const NAMED = 30; // values of a facet with many names that are offered

/* Each bundle has a script of its own: they are alike, but one holds the dictionary of one. */
const loaded = new Map();
function bundle(language) {
  if (!loaded.has(language)) {
    const engine = import(new URL(`search/${language}/pagefind.js`, SITE));
    const basePath = new URL(`search/${language}/`, SITE).pathname;
    const ranking = { metaWeights: { title: 1.5, shown: 0.5, kind: 0, brief: 0, verdict: 0, confidence: 0 } };
    loaded.set(language, engine.then((pagefind) =>
      pagefind.createInstance({ basePath, baseUrl: SITE.pathname, ranking })));
  }
  return loaded.get(language);
}

function languagesOf(query) {
  const found = [];
  if (/\p{Script=Han}/u.test(query)) found.push("zh");
  if (/\p{Script=Cyrillic}/u.test(query)) found.push("ru");
  if (!found.length || /\p{Script=Latin}/u.test(query)) found.push("en");
  return found;
}

async function ask(query, choices, counted) {
  const languages = languagesOf(query);
  const answers = await Promise.all(languages.map(async (language) => {
    const index = await bundle(language);
    if (counted) await index.filters();
    const typed = language === "zh" ? spaced(query) : query;
    const main = await index.search(typed, { filters: choices });
    // Who is named everywhere would be lost among all that names them.
    const named = choices.kind ? { results: [] } : await index.search(typed, { filters: { ...choices, kind: "actor" } });
    return { ...main, actors: named.results.slice(0, ACTORS) };
  }));
  const first = new Map(answers.flatMap((answer) => answer.actors).map((one) => [one.id, one]));
  const rest = answers.flatMap((answer) => answer.results).filter((one) => !first.has(one.id));
  rest.sort((a, b) => b.score - a.score);
  const found = [...first.values(), ...rest];
  return { found, filters: answers.map((answer) => answer.filters ?? {}) };
}

/* Chinese is indexed by characters: word breaks differ between the index and browsers. */
function spaced(query) {
  return query.replace(/\p{Script=Han}/gu, "$& ").trim();
}

/* Records say something themselves; sources only point on. */
const WEIGHT = { actor: 3, claim: 2, judgment: 2, brief: 2, question: 1.5, barrier: 1.5, page: 0.6, source: 0.5 };

/* The same record can be found in several languages: its best place counts. More than are shown are
   looked at, so that weights can move a record up. */
async function records(found, terms, query) {
  const seen = new Map();
  const batch = found.slice(0, Math.max(...languagesOf(query).map((language) => POOL[language])) + SIZE * further);
  const all = await Promise.all(batch.map((result) => result.data()));
  all.forEach((data, at) => {
    if (!plausible(data, terms)) return;
    const score = batch[at].score * (WEIGHT[data.meta.kind] ?? 1);
    const known = seen.get(data.raw_url);
    if (!known || known.score < score) seen.set(data.raw_url, { score, data });
  });
  const sorted = [...seen.values()].sort((a, b) => b.score - a.score);
  const shown = sorted.slice(0, SIZE * (1 + further));
  return { shown, more: shown.length > 0 && (sorted.length > shown.length || found.length > batch.length) };
}

/* Pagefind shortens a word that it does not know until something matches. A result counts only
   if the beginning of every word that was typed stands in it, and of Chinese the whole phrase. */
function plausible(data, terms) {
  const text = `${data.meta.title} ${data.meta.shown ?? ""} ${data.content}`;
  const squeezed = text.toLowerCase().replace(/(\p{Script=Han}) +(?=\p{Script=Han})/gu, "$1");
  return terms.every((term) => squeezed.includes(term));
}

function beginnings(query) {
  const parts = query.toLowerCase().match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
  return parts.map((word) => (/\p{Script=Han}/u.test(word) ? word : word.slice(0, 4)));
}

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

function row({ data }) {
  const { meta } = data;
  const known = meta.verdict in MARKS;
  const item = element("li", "", known ? { className: `bb-row bb-bar-${meta.verdict}` } : { className: "bb-row" });
  const language = data.filters?.language?.[0];
  const foreign = language && language !== words.site;
  const line = element("p", "", { className: "bb-statement" });
  const link = element("a", "", { href: new URL(data.raw_url.replace(/^\//, ""), SITE).href });
  if (known) line.append(mark(meta.verdict));
  const inTongue = { dir: "auto", ...(foreign ? { lang: language } : {}) };
  link.append(element("span", meta.title, inTongue));
  line.append(link);
  item.append(line);
  if (meta.shown) item.append(element("p", meta.shown, inTongue));
  const parts = [
    named("kind", meta.kind),
    known && meta.confidence ? `${words.facets.confidence}: ${named("confidence", meta.confidence)}` : "",
    meta.brief,
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

/* Without a word nothing is loaded: prepared pages list everything by one value. */
function prepared() {
  list.replaceChildren();
  next.hidden = true;
  status.textContent = "";
  const links = [];
  const kinds = state.choices.kind ? [state.choices.kind] : ["claim", "judgment", "question", "barrier", "source", "brief"];
  for (const [facet, value] of Object.entries(state.choices)) {
    for (const kind of kinds) {
      const address = words.browse[`${kind}/${facet}/${value}`];
      if (address) links.push([address, `${named("kind", kind)}, ${words.facets[facet].toLowerCase()}: ${named(facet, value)}`]);
    }
  }
  if (!Object.keys(state.choices).length) return;
  tell("type");
  for (const [address, text] of links) {
    const item = element("li");
    item.append(element("a", text, { href: address }));
    list.append(item);
  }
}

async function show() {
  const mine = ++asked;
  if (!state.query) return prepared();
  tell("searching");
  try {
    const narrow = Object.keys(state.choices).length > 0;
    const { found, filters } = await ask(state.query, state.choices, counted);
    if (mine !== asked) return undefined;
    const { shown, more } = await records(found, beginnings(state.query), state.query);
    if (mine !== asked) return undefined;
    if (!shown.length) document.documentElement.classList.remove("bb-asked");
    list.replaceChildren(...shown.map(row));
    if (counted) offer(filters);
    const values = { query: state.query, number: shown.length };
    next.hidden = !more;
    tell(!shown.length ? (narrow ? "fewer" : "none") : shown.length === 1 ? "one" : more ? "best" : "some", values);
  } catch (error) {
    tell("broken");
    throw error;
  }
  return undefined;
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
function fill(facet, values) {
  const select = selects.get(facet);
  const chosen = state.choices[facet] ?? "";
  const kept = chosen && !values.includes(chosen) ? [...values, chosen] : values;
  select.replaceChildren(option("", words.say.any), ...kept.map((value) => option(value, named(facet, value))));
  select.value = chosen;
  select.disabled = !kept.length;
}

/* The values that results have, the most frequent first. */
function offer(filters) {
  for (const facet of FACETS) {
    if (ALWAYS.includes(facet)) continue;
    const counts = new Map();
    for (const one of filters) {
      for (const [value, many] of Object.entries(one[facet] ?? {})) {
        if (many) counts.set(value, Math.max(many, counts.get(value) ?? 0));
      }
    }
    const order = words.values[facet] ? Object.keys(words.values[facet]) : [];
    const values = [...counts.keys()].sort((a, b) =>
      (order.length ? order.indexOf(a) - order.indexOf(b) : counts.get(b) - counts.get(a)) || a.localeCompare(b));
    if (facet === "year") values.sort((a, b) => b - a);
    fill(facet, values.slice(0, order.length || NAMED));
  }
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
  more.append(element("summary", words.say.more));
  const inside = element("div", "", { className: "bb-facets" });
  inside.append(...FACETS.filter((facet) => !ALWAYS.includes(facet)).map(choice));
  more.append(inside);
  panel.append(more);
  panel.hidden = false;
  for (const facet of FACETS) fill(facet, Object.keys(words.values[facet] ?? {}));
  const count = () => { if (!counted) { counted = true; show(); } };
  if (FACETS.some((facet) => !ALWAYS.includes(facet) && state.choices[facet])) {
    more.open = true;
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

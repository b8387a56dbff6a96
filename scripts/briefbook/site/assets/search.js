/* Search over the bundles of all languages: each has its own stemmer and word breaks, so every
   bundle is asked and the answers are joined by score. Loaded on every page, works on /search/. */

const LANGUAGES = ["en", "ru", "zh"];
const SIZE = 20;
const POOL = 30; // each is one small request
const PAUSE = 350; // milliseconds after the last key
const SITE = new URL("../../", import.meta.url);
const frame = document.querySelector("[data-bb-search]");

let loading;

function bundles() {
  loading ??= Promise.all(LANGUAGES.map(load));
  return loading;
}

async function load(language) {
  const folder = new URL(`search/${language}/`, SITE);
  const pagefind = await import(new URL("pagefind.js", folder));
  const ranking = { metaWeights: { title: 1.5, shown: 0.5, kind: 0, brief: 0, verdict: 0 } };
  return pagefind.createInstance({
    basePath: folder.pathname, baseUrl: SITE.pathname, noWorker: true, ranking,
  });
}

async function ask(query) {
  const loaded = await bundles();
  const answers = await Promise.all(
    loaded.map((bundle, at) => bundle.search(LANGUAGES[at] === "zh" ? spaced(query) : query)),
  );
  const found = answers.flatMap((answer) => answer.results);
  found.sort((a, b) => b.score - a.score);
  return found;
}

/* Chinese is indexed by characters: word breaks differ between the index and browsers. */
function spaced(query) {
  return query.replace(/\p{Script=Han}/gu, "$& ").trim();
}

/* Records say something themselves; sources only point on. */
const WEIGHT = { Actor: 3, Claim: 2, Judgment: 2, Brief: 2, Question: 1.5, Barrier: 1.5, Source: 0.5 };

/* The same record can be found in several languages: its best place counts. More than are shown are
   looked at, so that weights can move a record up. */
async function records(found, terms) {
  const seen = new Map();
  const batch = found.slice(0, POOL);
  const loaded = await Promise.all(batch.map((result) => result.data()));
  loaded.forEach((data, at) => {
    if (!plausible(data, terms)) return;
    const score = batch[at].score * (WEIGHT[data.meta.kind] ?? 1);
    const known = seen.get(data.raw_url);
    if (!known || known.score < score) seen.set(data.raw_url, { score, data });
  });
  return [...seen.values()].sort((a, b) => b.score - a.score).slice(0, SIZE);
}

/* Pagefind shortens a word that it does not know until something matches. A result counts only
   if the beginning of every word that was typed stands in it, and of Chinese the whole phrase. */
function plausible(data, terms) {
  const text = `${data.meta.title} ${data.meta.shown ?? ""} ${data.content}`;
  const squeezed = text.toLowerCase().replace(/(\p{Script=Han}) +(?=\p{Script=Han})/gu, "$1");
  return terms.every((term) => squeezed.includes(term));
}

function beginnings(query) {
  const words = query.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (/\p{Script=Han}/u.test(word) ? word : word.slice(0, 4)));
}

function element(name, text, properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  if (text) made.textContent = text;
  return made;
}

function row({ data }) {
  const item = element("li");
  const line = element("p", "", { className: "bb-statement" });
  line.append(element("a", data.meta.title, { href: new URL(data.raw_url.replace(/^\//, ""), SITE).href }));
  item.append(line);
  if (data.meta.shown) item.append(element("p", data.meta.shown));
  const where = [data.meta.kind, data.meta.brief].filter(Boolean).join(" · ");
  item.append(element("p", where, { className: "bb-meta" }));
  return item;
}

async function show(query, list, status) {
  if (!query) {
    list.replaceChildren();
    status.textContent = "";
    return;
  }
  status.textContent = "Searching …";
  try {
    const found = await ask(query);
    if (query !== current) return;
    const shown = await records(found, beginnings(query));
    if (query !== current) return;
    list.replaceChildren(...shown.map(row));
    status.textContent = shown.length
      ? `${shown.length === SIZE ? `The best ${SIZE} results` : shown.length === 1 ? "One result" : `${shown.length} results`} for “${query}”`
      : `Nothing was found for “${query}”. Try fewer or other words.`;
  } catch (error) {
    status.textContent = "The search could not be loaded. Reload the page, or browse the lists below.";
    throw error;
  }
}

let current = "";

if (frame) {
  const form = frame.querySelector("form");
  const input = frame.querySelector("input");
  const list = frame.querySelector("ol");
  const status = frame.querySelector("[role=status]");
  let timer;

  const go = (remember) => {
    current = input.value.trim();
    if (remember) {
      const url = new URL(location.href);
      if (current) url.searchParams.set("q", current);
      else url.searchParams.delete("q");
      history.replaceState(null, "", url);
    }
    show(current, list, status);
  };

  frame.querySelector(".bb-no-script").remove();
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(go, PAUSE, true);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go(true);
  });
  go(false);
}

/* “/” goes to the search box, wherever one is. */
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = frame?.querySelector("input") ?? document.querySelector(".bb-header-search input");
  if (!box) return;
  event.preventDefault();
  box.focus();
});

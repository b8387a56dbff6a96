/* Search over the bundles of all languages: each has its own stemmer and word breaks, so every
   bundle is asked and the answers are joined by score. Loaded on every page, works on /search/. */

const LANGUAGES = ["en", "ru", "zh"];
const SIZE = 20;
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
  return pagefind.createInstance({ basePath: folder.pathname, baseUrl: SITE.pathname, noWorker: true });
}

async function ask(query) {
  const answers = await Promise.all((await bundles()).map((bundle) => bundle.search(query)));
  const found = answers.flatMap((answer) => answer.results);
  found.sort((a, b) => b.score - a.score);
  return found;
}

/* The same record can be found in several languages: the best place counts. */
async function records(found, wanted) {
  const seen = new Map();
  for (let at = 0; at < found.length && seen.size < wanted; at += SIZE) {
    const batch = await Promise.all(found.slice(at, at + SIZE).map((result) => result.data()));
    for (const data of batch) {
      if (!seen.has(data.raw_url ?? data.url)) seen.set(data.raw_url ?? data.url, data);
    }
  }
  return [...seen.entries()].slice(0, wanted);
}

function element(name, text, properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  if (text) made.textContent = text;
  return made;
}

function row([address, data]) {
  const item = element("li");
  const line = element("p", "", { className: "bb-statement" });
  line.append(element("a", data.meta.title, { href: new URL(address.replace(/^\//, ""), SITE).href }));
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
    const shown = await records(found, SIZE);
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

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(go, 200, true);
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

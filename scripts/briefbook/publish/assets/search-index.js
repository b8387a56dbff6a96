/* Reads the search index (publish/search_index): words in shards, records in blocks. */

const SITE = new URL("../../", import.meta.url);
const LOCAL = 65536, PLACES = 2048, KINDS = 32; // how a number is made up: slot, kind, place
const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const IS_HAN = new RegExp(`[${HAN}]`, "u");
const WORD = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "gu");
const LETTERS = { ß: "ss", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ς: "σ", ħ: "h" };
const [SAME_STEM, BEGINS, TYPO] = [0.85, 0.5, 0.35]; // how much a word counts that is not the one asked for
const EXPANDED = 40; // words that begin like the one asked for
const FEW = 5; // of these at least some are short enough to say what was asked
const BESIDE = new Map([["page", 0.7], ["correction", 0.7]]); // how much these count, against what briefs say
const ASKING = new Set(("how much many when where who whom whose what why did do does is are can could will would should may there any get about "
  + "кто что где когда куда откуда сколько как почему зачем какой какая какое какие каких чем кем ли kto chto gde kogda skolko kak pochemu").split(" "));
const UNITS = { m: "million", mn: "million", mln: "million", b: "billion", bn: "billion", bln: "billion", tn: "trillion", trn: "trillion" };

/* As publish/search_index/terms.py folds what it files. */
export function folded(text) {
  return text.replace(/(?<=[0-9])[,\u00a0\u202f\u2009'’](?=[0-9]{3}(?![0-9]))/g, "")
    .replace(/['’][sS](?![\p{L}\p{N}_])/gu, "").toLowerCase().normalize("NFKD")
    .replace(/\p{M}/gu, "").replace(/[ßłøđðþæœıςħ]/g, (letter) => LETTERS[letter]);
}

/* What a query asks for: words, and of Chinese the pairs of neighbours. */
export function asked(query, stop = []) {
  const typed = query.replace(/(?<=(?<![0-9])[0-9]{1,3}(?: [0-9]{3})*) (?=[0-9]{3}(?![0-9]))/g, "")
    .replace(/(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{3})*\.000(?![0-9])/g, (number) => number.replaceAll(".", ""));
  const found = (folded(typed).match(WORD) ?? []).flatMap((word) => {
    const letters = [...word];
    if (!IS_HAN.test(word)) return [word.slice(0, 40)];
    return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter);
  });
  const telling = found.filter((word) => !stop.includes(word));
  const about = telling.filter((word) => !ASKING.has(word));
  return [...new Set([about, telling, found].find((words) => words.length))];
}

/* A word without its ending. It need not be a stem of grammar: both sides lose the same. */
const ENDINGS = ["иями", "ями", "ами", "иеи", "иям", "ием", "иях", "ого", "его", "ому", "ему", "ыми", "ими", "ов", "ев", "еи", "ои",
  "ии", "ыи", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ах", "ях", "ам", "ям", "ом", "ем", "ию", "ия", "ья", "ье", "ть", "ла",
  "ли", "ло", "ет", "ют", "ут", "ат", "ят", "ит", "а", "я", "о", "е", "ы", "и", "у", "ю", "ь"];
export function stem(word) {
  if (/[а-я]/.test(word)) {
    const plain = word.replace(/(?<=.{4})(?:ся|сь)$/, "");
    const ending = ENDINGS.find((one) => plain.endsWith(one) && plain.length - one.length >= 3);
    return ending ? plain.slice(0, -ending.length) : plain;
  }
  if (!/^[a-z]+$/.test(word)) return word;
  const bare = word.replace(/(?<=...)(?:ings?|ed|es|s)$/, "").replace(/(?<=...)(?:e|y|i)$/, "");
  return bare.replace(/(?<=..)([bdfgklmnprtvz])\1$/, "$1");
}

/* Letters that are wrong, missing, too many or exchanged, up to `most` of them. */
export function isNear(one, other, most) {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > most) return false;
  let [before, last] = [[], [...b.keys(), b.length]];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length] <= most;
}

const known = new Map();
function once(path, read) {
  if (!known.has(path)) {
    const url = new URL(`search/${path}`, SITE);
    const made = fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
      return read(answer);
    });
    made.catch(() => known.delete(path)); // it may be there the next time
    known.set(path, made);
  }
  return known.get(path);
}

async function unpacked(answer) {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes; // a server has unpacked it
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const about = () => once("index.json", (answer) => answer.json());

export function digest(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

async function shardOf(word) {
  const { shards } = await about();
  const beginning = word.startsWith("=") ? word : [...word].slice(0, IS_HAN.test(word) ? 1 : 3).join("");
  return once(`words/${digest(beginning) % shards}.bin`, async (answer) => {
    const bytes = await unpacked(answer);
    const end = bytes.indexOf(10);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
    const terms = new Map();
    let at = end + 1;
    for (let index = 0; index < head.length; index += 2) {
      terms.set(head[index], bytes.subarray(at, at + head[index + 1]));
      at += head[index + 1];
    }
    return terms;
  });
}

/* The numbers of the records that hold a word, and how much it says of each. */
function* postings(bytes) {
  let number = 0;
  for (let at = 0; at < bytes.length;) {
    let [value, scale, byte] = [0, 1, 128];
    while (byte > 127) {
      byte = bytes[at];
      at += 1;
      value += (byte & 127) * scale;
      scale *= 128;
    }
    number += Math.floor(value / 16);
    yield [number, value % 16];
  }
}

/* A name in Cyrillic as it is written in Latin letters, more or less: near words are found from it, also
   by the ways in which English writes the same sounds. */
const LATIN = Object.fromEntries([..."абвгдежзиклмнопрстуфхцчшщъыьэюя"].map((letter, at) => [letter,
  "a b v g d e zh z i k l m n o p r s t u f h ts ch sh sch  y  e yu ya".split(" ")[at]]));
export const latin = (word) => word.replace(/[а-я]/g, (letter) => LATIN[letter]);

/* The filed words that are meant by one that was typed, each with its weight; of a name that nothing
   writes in Cyrillic those in Latin letters; with “294k” also “294000”. */
async function meant(word) {
  const [, thousands] = /^(\d+)k$/.exec(word) ?? [];
  if (thousands) return (await Promise.all([word, `${thousands}000`].map(filed))).flat();
  const found = await filed(word);
  if (found.length || !/^[а-я]{4,}$/.test(word)) return found;
  const plain = latin(word);
  const ways = new Set([plain, plain.replaceAll("i", "ee"), plain.replaceAll("ts", "c"), plain.replaceAll("u", "oo"), plain.replaceAll("k", "c")]);
  const terms = (await Promise.all([...ways].map(filed))).find((one) => one.length) ?? [];
  return terms.map(([term]) => [term, TYPO]);
}

async function filed(word) {
  if (IS_HAN.test(word)) return (await shardOf(word)).has(word) ? [[word, 1]] : [];
  const own = stem(word);
  const shard = new Map();
  for (const start of new Set([word, own])) for (const [term, bytes] of await shardOf(start)) shard.set(term, bytes);
  const found = [];
  const begins = [];
  for (const term of shard.keys()) {
    if (term.startsWith("=")) continue;
    if (term === word) found.push([term, 1]);
    else if (stem(term) === own) found.push([term, SAME_STEM]);
    else if (word.length > 2 && term.startsWith(word)) begins.push(term);
  }
  begins.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  found.push(...begins.slice(0, EXPANDED).map((term) => [term, BEGINS]));
  return found.length || /\d/.test(word) ? found : nearest(word, shard);
}

async function nearest(word, shard) {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  if (!most) return [];
  const near = (terms) => [...terms.keys()].filter((term) => !term.startsWith("=") && isNear(word, term, most));
  let found = near(shard);
  const [a, b, c, ...rest] = word;
  const others = [[b, a, c], [a, c, b], [b, c, rest[0]], [a, c, rest[0]], [a, b, rest[0]], [a, b, b], [a, a, b]];
  if (!found.length) found = (await Promise.all(others.map((start) => shardOf(start.join(""))))).flatMap(near);
  const closest = found.filter((term) => isNear(word, term, 1));
  found = closest.length ? closest : found;
  return [...new Set(found)].slice(0, EXPANDED).map((term) => [term, TYPO]);
}

/* For each record that holds a word: how much it says there. */
async function scores(word, { records }) {
  const found = new Map();
  const terms = await meant(word);
  const shards = await Promise.all(terms.map(([term]) => shardOf(term)));
  for (const [at, [term, weight]] of terms.entries()) {
    for (const [number, impact] of postings(shards[at].get(term))) {
      found.set(number, Math.max(found.get(number) ?? 0, impact * weight));
    }
  }
  const rare = Math.log(1 + records / (1 + found.size));
  for (const [number, score] of found) found.set(number, score * rare);
  return found;
}

/* “su35” where nothing is filed under it: “su” and “35”; “500bn”: “500” and “billion”. */
function parts(word) {
  const name = /^(\p{L}+)(\d+)$/u.exec(word);
  if (name) return name.slice(1);
  const [, figures, unit] = /^(\d+)([a-z]+)$/.exec(word) ?? [];
  return UNITS[unit] && [figures, UNITS[unit]];
}

async function scoresOfParts(word, index) {
  const own = await scores(word, index);
  const others = own.size ? undefined : parts(word);
  return others ? Promise.all(others.map((part) => scores(part, index))) : [own];
}

/* “open ai”: what is filed as one word holds both. */
async function joined(words, lists) {
  const whole = words.join("");
  const bytes = words.length === 2 && lists.length === 2 && !IS_HAN.test(whole) && (await shardOf(whole)).get(whole);
  if (!bytes) return;
  for (const [number, impact] of postings(bytes)) {
    for (const list of lists) list.set(number, Math.max(list.get(number) ?? 0, impact * 9));
  }
}

async function having(facet, value) {
  const term = `=${facet}:${value}`;
  const bytes = (await shardOf(term)).get(term);
  return new Set([...postings(bytes ?? [])].map(([number]) => number));
}

/* The numbers of all records that hold every word of a query and every choice, the best first; where
   none holds all words, or whole briefs and other pages alone do, those too that hold most of what
   was asked. */
export async function search(query, choices) {
  const index = await about();
  const words = asked(query, index.stop);
  const lists = (await Promise.all(words.map((word) => scoresOfParts(word, index)))).flat();
  await joined(words, lists);
  const kindOf = (number) => index.kinds[Math.floor(number / PLACES) % KINDS];
  const sets = await Promise.all(Object.entries(choices).filter(([facet]) => facet !== "kind").map(([facet, value]) => having(facet, value)));
  const chosen = (number) => sets.every((set) => set.has(number)) && (!choices.kind || kindOf(number) === choices.kind);
  const every = words.length ? new Set(lists.flatMap((list) => [...list.keys()]))
    : sets[0] ?? (choices.kind ? await having("kind", choices.kind) : new Set());
  const found = [];
  for (const number of every) {
    if (!chosen(number)) continue;
    const held = lists.filter((list) => list.has(number));
    const score = held.reduce((sum, list) => sum + list.get(number), 0) * (BESIDE.get(kindOf(number)) ?? 1);
    found.push([number, score, held.length]);
  }
  found.sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  const holding = (many) => found.filter(([, , held]) => held === many).map(([number]) => number);
  const most = found.reduce((many, [, , held]) => Math.max(many, held), 0);
  const best = holding(most);
  const longOnes = most > 1 && best.length < FEW && best.every((number) => ["brief", "page"].includes(kindOf(number)));
  return { numbers: longOnes ? [...best, ...holding(most - 1)] : best, whole: most === lists.length };
}

/* How many results each of some values of a facet would leave, whatever is chosen of the facet itself;
   values that would leave none are left out. */
export async function counts(query, choices, facet, values) {
  const others = { ...choices };
  delete others[facet];
  const all = !query && !Object.keys(others).length;
  const numbers = all ? [] : (await search(query, others)).numbers;
  const sizes = await Promise.all(values.map(async (value) => {
    if (facet === "kind" && !all) {
      const kind = (await about()).kinds.indexOf(value);
      return numbers.filter((number) => Math.floor(number / PLACES) % KINDS === kind).length;
    }
    const held = await having(facet, value);
    return all ? held.size : numbers.filter((number) => held.has(number)).length;
  }));
  return new Map(values.map((value, at) => [value, sizes[at]]).filter(([, size]) => size));
}

/* What is shown of records, in the order of their numbers. */
export async function records(numbers) {
  const { blocks } = await about();
  const found = await Promise.all(numbers.map(async (number) => {
    const slot = Math.floor(number / LOCAL);
    const block = await once(`records/${slot % blocks}.bin`, async (answer) => JSON.parse(new TextDecoder().decode(await unpacked(answer))));
    const [address, shared, values, all] = block[slot] ?? ["", {}, [], []];
    return all.filter(([within]) => within === number % LOCAL).map(([, anchor, title, kind, own, facets]) => ({
      address: anchor ? `${address}#${anchor}` : address, title, kind, ...shared, ...own,
      facets: facets.map((at) => values[at]),
    }));
  }));
  return found.flat();
}

/* Without that source: what a brief would say if some of its sources were struck, or graded
   otherwise. The rules are those of analysis/what_if.py, blast_radius.py and verdicts.py; a test
   holds both to the same answers. A plain script, so that it runs in a site read from a folder. */

globalThis.briefbookWithout = (() => {
  "use strict";
  const LETTERS = "ABCDE";
  const known = (letter) => (letter && LETTERS.includes(letter) ? letter : "");
  const better = (one, other) => Boolean(one) && (!other || one < other);

  /* Which sources fall, and the roots of those that stand; each stands after what it repeats. */
  function library(sources, struck) {
    const gone = [];
    const roots = [];
    sources.forEach(([id, parents], at) => {
      const left = parents.filter((one) => !gone[one]);
      gone[at] = struck.has(id) || (parents.length > 0 && left.length === 0);
      if (gone[at]) roots[at] = [];
      else roots[at] = left.length ? [...new Set(left.flatMap((one) => roots[one]))] : [at];
    });
    return { gone, roots };
  }

  /* The origins that are left of an item; none: the item is gone. */
  function origins(item, sources, { gone, roots }) {
    const [, , source, copy, own] = item;
    if (gone[source] || (copy >= 0 && gone[copy])) return [];
    if (own) return own[0] >= 0 && gone[own[0]] ? [] : [own[1]];
    return roots[source].map((root) => sources[root][2]);
  }

  /* How many institutions: those who speak together are one of their own only where none of theirs
     speaks alone. */
  function institutions(found, hands) {
    const alone = new Set();
    for (const one of found) if (!Array.isArray(hands[one])) alone.add(hands[one]);
    const groups = [];
    for (const one of found) {
      const joint = hands[one];
      if (!Array.isArray(joint) || joint.some((hand) => alone.has(hand))) continue;
      const group = new Set(joint);
      for (let at = groups.length - 1; at >= 0; at -= 1) {
        if (![...groups[at]].some((hand) => group.has(hand))) continue;
        for (const hand of groups.splice(at, 1)[0]) group.add(hand);
      }
      groups.push(group);
    }
    return alone.size + groups.length;
  }

  function counts(items, tables, world, hands) {
    const links = new Set();
    const found = new Set();
    for (const item of items) {
      for (const link of item[5]) if (!world.gone[link]) links.add(link);
      for (const one of origins(item, tables.sources, world)) found.add(one);
    }
    return [links.size, found.size, institutions(found, hands)];
  }

  /* The verdict that the evidence suggests. */
  function suggested(record, left, letterOf) {
    if (record.fixed) return record.fixed;
    const [pro, con] = [0, 1].map((side) => {
      const items = left.filter((one) => one[1] && one[0] === side && !(side === 1 && one[6]));
      return { any: items.length > 0, sound: items.some((one) => !one[7] && !"DE".includes(letterOf(one) || "?")) };
    });
    if (pro.any && con.any && pro.sound !== con.sound) return pro.sound ? "supported" : "refuted";
    if (pro.any && con.any) return pro.sound ? "contested" : "unverified";
    if (pro.any && pro.sound) return "supported";
    return con.any && con.sound ? "refuted" : "unverified";
  }

  /* What stands for a claim and against it. */
  function standing(record, tables, world, letters) {
    const hands = tables.origins[record.day];
    const letterOf = (item) => letters[item[3] >= 0 ? item[3] : item[2]];
    const left = record.items.filter((item) => origins(item, tables.sources, world).length);
    const part = (known) => [0, 1].map((side) => counts(left.filter((one) => one[0] === side && one[1] === known), tables, world, hands));
    const sides = [0, 1].map((side) => left.filter((one) => one[0] === side));
    const grades = sides.map((items) => items.filter((one) => !one[7]).map(letterOf).filter(Boolean).sort()[0] ?? null);
    const whole = sides.map((items) => counts(items, tables, world, hands).slice(0, 2));
    return { verdict: suggested(record, left, letterOf), day: part(true), since: part(false), grades, whole };
  }

  /* Ways in which a record moves, as numbers: 1 if it becomes likelier to hold, 2 if what was found
     of it gets firmer. */
  const way = (up, firmer) => (up ? 1 : 0) + (firmer ? 2 : 0);
  function ownWays(before, after) {
    const found = new Set();
    for (const side of [0, 1]) {
      const [oldOrigins, others] = [before.whole[side][1], after.whole[side][1]];
      const [old, grade] = [before.grades[side], after.grades[side]];
      if (oldOrigins === others && old === grade) continue;
      const firmer = !(oldOrigins > others || better(old, grade));
      found.add(way(firmer === (side === 0), firmer));
    }
    return found;
  }
  function reached(records, leans, moved) {
    const leaners = records.map(() => []);
    for (const [on, user, holds] of leans) leaners[on].push([user, holds]);
    const waiting = [];
    for (const [at, ways] of moved) for (const one of ways) waiting.push([at, one, Boolean(one & 2)]);
    while (waiting.length) {
      const [at, one, decided] = waiting.pop();
      const verdict = records[at].verdict;
      const undecided = ["open", "unverified", "not-checkable"].includes(verdict);
      for (const [user, said] of leaners[at]) {
        const usual = { supported: true, refuted: false }[verdict] ?? (verdict ? null : true);
        const wanted = said ?? usual;
        if (wanted === null && undecided && !decided) continue;
        const [up, firmer] = [Boolean(one & 1), Boolean(one & 2)];
        const against = wanted === null ? undecided || !firmer : up !== wanted;
        const follows = way(against === (records[user].verdict === "refuted"), !against);
        if (!moved.has(user)) moved.set(user, new Set());
        if (moved.get(user).has(follows)) continue;
        moved.get(user).add(follows);
        waiting.push([user, follows, false]);
      }
    }
  }

  const stands = new WeakMap();
  function asItStands(tables) {
    if (!stands.has(tables)) {
      const whole = library(tables.sources, new Set());
      const letters = tables.sources.map((one) => known(one[3]));
      stands.set(tables, tables.records.map((record) => (record.kind === "claim" ? standing(record, tables, whole, letters) : null)));
    }
    return stands.get(tables);
  }

  /* By place of each record that moves: its ways, and of a claim what stood and what is left.
     `struck` holds ids of sources, `grades` letters by id. */
  function moves(tables, struck, grades) {
    const stand = asItStands(tables);
    const after = library(tables.sources, new Set(struck));
    const letters = tables.sources.map(([id, , , grade]) => known(Object.hasOwn(grades, id) ? grades[id] : grade));
    const moved = new Map();
    const stood = new Map();
    tables.records.forEach((record, at) => {
      if (record.kind !== "claim") return;
      const old = stand[at];
      const left = standing(record, tables, after, letters);
      stood.set(at, [old, left]);
      const ways = ownWays(old, left);
      const fewer = old.whole.some(([links], side) => links !== left.whole[side][0]);
      if (ways.size || fewer || old.verdict !== left.verdict) moved.set(at, ways);
    });
    reached(tables.records, tables.leans, moved);
    return [...moved].map(([at, ways]) => ({ at, ways: [...ways].sort(), stood: stood.get(at) }));
  }

  /* What a reader sees. */
  const make = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text }, more);
  const number = (id) => document.getElementById(id)?.querySelector(".bb-nr")?.textContent.trim();

  /* “For: links 4 → 1, origins 4 → 1, best grade B → C”: what differs of a side. */
  function differences(said, [old, left], part, side) {
    const found = said.counts.flatMap((name, at) => {
      const [before, after] = [old[part][side][at], left[part][side][at]];
      return before === after ? [] : [`${name} ${before} → ${after}`];
    });
    const [before, after] = [old.grades[side], left.grades[side]];
    if (part === "day" && before !== after) found.push(`${said.best} ${before ?? "–"} → ${after ?? "–"}`);
    return found.join(", ");
  }
  function lines({ ways, stood }, said) {
    const found = [];
    if (stood && stood[0].verdict !== stood[1].verdict) {
      const [before, after] = stood.map((one) => said.verdict[one.verdict]);
      found.push(`${said.suggests}: ${after} (${said.before} ${before})`);
    }
    for (const part of stood ? ["day", "since"] : []) {
      for (const [side, name] of [said.for, said.against].entries()) {
        const told = differences(said, stood, part, side);
        if (told) found.push(`${part === "since" ? `${said.since}: ` : ""}${name}: ${told}`);
      }
    }
    const firmer = new Set(ways.map((one) => Boolean(one & 2)));
    const how = firmer.size > 1 ? said.both : firmer.has(true) ? said.strengthened : said.weakened;
    if (!stood) found.push(how);
    else if (!found.length) found.push(`${how}: ${said.leans}`);
    return found;
  }
  function listed(found, tables, wordsOf) {
    const list = make("ul", "", { className: "bb-plain" });
    for (const one of found) {
      const { id } = tables.records[one.at];
      const item = make("li", "");
      const name = number(id);
      const heading = document.getElementById(id);
      const words = heading ? wordsOf(heading) : id;
      item.append(make("a", name ? `${name} ${words}` : words, { href: `#${id}` }));
      for (const line of lines(one, tables.words)) item.append(make("p", line, { className: "bb-meta" }));
      list.append(item);
    }
    return list;
  }

  /* The outcome of a choice: a line that says how much moves, then what. */
  function told(tables, struck, grades, status, list, wordsOf) {
    const said = tables.words;
    const own = ({ at }) => tables.records[at].kind && tables.records[at].brief === tables.brief;
    const found = moves(tables, struck, grades).filter(own).sort((one, other) => one.at - other.at);
    const turned = ({ stood }) => stood && stood[0].verdict !== stood[1].verdict;
    const groups = [
      [said.verdicts, found.filter(turned)],
      [said.judgments, found.filter(({ at }) => tables.records[at].kind === "judgment")],
      [said.claims, found.filter((one) => one.stood && !turned(one))],
    ].filter(([, some]) => some.length);
    const asked = struck.length || Object.keys(grades).length;
    status.textContent = groups.map(([name, some]) => `${name}: ${some.length}`).join(" · ") || (asked ? said.nothing : said.none);
    list.replaceChildren(...groups.flatMap(([name, some]) => [make("p", name, { className: "bb-label" }), listed(some, tables, wordsOf)]));
  }

  /* One source: whether it is struck, and its grade. */
  function row([id, , , grade], [name, detail], said, change) {
    const item = make("li", "");
    const box = make("input", "", { type: "checkbox" });
    const label = make("label", "");
    label.append(box, ` ${name} `, make("span", detail, { className: "bb-meta" }));
    const letters = make("select", "");
    letters.setAttribute("aria-label", `${said.grade}: ${name}`);
    for (const one of grade ? said.letters : ["", ...said.letters]) letters.append(make("option", one || said.ungraded, { value: one }));
    letters.value = grade;
    for (const one of [box, letters]) one.addEventListener("change", change);
    item.append(label, letters);
    return { item, id, grade, box, letters, text: `${name} ${detail}`.toLowerCase() };
  }

  /* In the page's folded part; `wordsOf` says what a record's heading says. */
  function show(details, wordsOf) {
    const inside = document.getElementById("bb-without-tables");
    const tables = inside ? JSON.parse(inside.textContent) : globalThis.briefbookWithout.tables;
    const said = tables.words;
    const status = make("p", said.none);
    status.setAttribute("role", "status");
    const list = make("div", "", { className: "bb-without-moves" });
    const rows = tables.sources.map((source, at) => row(source, tables.names[at], said, change));
    const weight = new Map(rows.map(({ id }) => [id, moves(tables, [id], {}).length]));
    rows.sort((one, other) => weight.get(other.id) - weight.get(one.id));
    function change() {
      const struck = rows.filter(({ box }) => box.checked).map(({ id }) => id);
      const others = rows.filter(({ letters, grade }) => letters.value !== grade);
      told(tables, struck, Object.fromEntries(others.map(({ id, letters }) => [id, letters.value])), status, list, wordsOf);
    }
    const find = make("input", "", { type: "search", autocomplete: "off" });
    const label = make("label", `${said.find} `);
    label.append(find);
    find.addEventListener("input", () => {
      const typed = find.value.trim().toLowerCase();
      for (const { item, text } of rows) item.hidden = !text.includes(typed);
    });
    const reset = make("button", said.reset, { type: "button" });
    reset.addEventListener("click", () => {
      for (const { box, letters, grade } of rows) { box.checked = false; letters.value = grade; }
      change();
    });
    const tools = make("p", "", { className: "bb-without-tools" });
    tools.append(label, reset);
    const sources = make("ul", "", { className: "bb-without-sources", tabIndex: 0 });
    sources.setAttribute("aria-label", said.sources);
    sources.append(...rows.map(({ item }) => item));
    details.querySelector("summary").nextElementSibling.remove();
    details.append(make("p", said.how, { className: "bb-meta" }), tools, sources, status, list);
  }

  return { moves, show };
})();

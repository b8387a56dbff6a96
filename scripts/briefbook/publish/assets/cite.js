/* Copying, and a record's citation in four forms. A plain script that page.js loads when it is asked. */

globalThis.briefbookCite = (() => {
  "use strict";
  const FORMS = [["plain", "Text"], ["bib", "BibTeX"], ["csl", "CSL-JSON"], ["ris", "RIS"]];
  let loading;

  async function copy(text, button, citations) {
    const before = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = citations.dataset.bbCopied;
    } catch {
      button.textContent = citations.dataset.bbFailed;
    }
    setTimeout(() => { button.textContent = before; }, 1600);
  }

  /* Its place is the same in all files; whoever copies reads today. */
  async function forms(id, citations) {
    const read = (ending) => fetch(new URL(`${citations.dataset.bbCitations}.${ending}`, location.href)).then((answer) => answer.text());
    const [bib, csl, ris] = await (loading ??= Promise.all(["bib", "csl.json", "ris"].map(read)));
    const items = JSON.parse(csl);
    const at = items.findIndex((item) => item.id.split(":")[1] === id);
    const item = items[at], url = item.URL ?? "";
    const day = new Date().toLocaleDateString("sv"), [year, month, date] = day.split("-").map(Number);
    const plain = citations.dataset.bbForm.replace(/[\ue000\ue001]/g, (mark) => mark === "\ue000" ? item.title.replace(/\.$/, "") : url).trim();
    if (url) item.accessed = { "date-parts": [[year, month, date]] };
    const entry = bib.split(/\n(?=@)/)[at].trim(), record = ris.split(/(?<=ER  - )\s*/)[at];
    return {
      plain, csl: JSON.stringify([item], null, 1),
      bib: url ? entry.replace(/\}$/, `  urldate = {${day}},\n}`) : entry,
      ris: url ? record.replace(/ER  - $/, `Y2  - ${day.replaceAll("-", "/")}\r\nER  - `) : record,
    };
  }

  /* `button` makes one of the page's. */
  async function cite(link, citations, button) {
    const card = link.closest(".bb-acts");
    const open = card.nextElementSibling?.classList.contains("bb-cite-panel") ? card.nextElementSibling : null;
    if (open) { open.remove(); link.setAttribute("aria-expanded", "false"); return; }
    const found = await forms(link.dataset.bbCite, citations);
    const panel = Object.assign(document.createElement("div"), { className: "bb-cite-panel" });
    panel.append(Object.assign(document.createElement("p"), { textContent: found.plain }));
    const row = document.createElement("p");
    for (const [name, words] of FORMS) row.append(button(name === "plain" ? citations.dataset.bbText : words, (made) => copy(found[name], made, citations)));
    panel.append(row);
    card.after(panel);
    link.setAttribute("aria-expanded", "true");
  }

  return { cite, copy, forms };
})();

/* Our pages within a theme that keeps its own script: that cares for its own parts, and may exchange
   pages without loading them. page.js runs once for each of ours, and for what is ours. */
const run = () => {
  const page = document.querySelector(".bb-beside:not([data-bb-runs])");
  if (!page) return;
  page.dataset.bbRuns = new URL(`./page.js?${performance.now()}`, import.meta.url).href;
  /* The theme takes links of drawings for those of HTML, and stumbles. */
  for (const link of page.querySelectorAll("svg a")) {
    for (const kind of ["click", "mousemove", "focusin"]) link.addEventListener(kind, (event) => event.stopPropagation());
  }
  import(page.dataset.bbRuns);
};
if (globalThis.document$) globalThis.document$.subscribe(run);
else run();

/* Our pages within a theme that may exchange pages without loading them: page.js runs once for each. */
const run = () => {
  const page = document.querySelector(".bb-beside:not([data-bb-runs])");
  if (!page) return;
  page.dataset.bbRuns = "";
  import(`./page.js?${performance.now()}`);
};
if (globalThis.document$) globalThis.document$.subscribe(run);
else run();

/* Our pages within a theme that may exchange pages without loading them: page.js runs for each. */
const run = () => { if (document.querySelector(".bb-beside")) import(`./page.js?${performance.now()}`); };
if (globalThis.document$) globalThis.document$.subscribe(run);
else run();

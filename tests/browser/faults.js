/* What is wrong with the layout of a page, by kind of fault; evaluated in the page. */
(() => {
  const shown = (one) => one.checkVisibility({ contentVisibilityAuto: true });
  const name = (one) => one.outerHTML.slice(0, 120);
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);

  const blocks = ["h1", "h2", "h3", "p", "li", "table", "figure", ".bb-card", "form"];
  const outside = all(blocks.map((one) => `.md-content ${one}`).join())
    .filter((one) => !one.closest(".bb-scroll") && !one.closest("pre"))
    .filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width && (box.left < -1 || box.right > innerWidth + 1);
    }).map(name);

  const cut = all("header *, .md-content *")
    .filter((one) => one.children.length === 0 && one.textContent.trim())
    .filter((one) => !one.closest("svg, .bb-hidden, pre, .bb-scroll"))
    .filter((one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowX))
    .filter((one) => one.scrollWidth > one.clientWidth + 1).map(name);

  const over = [];
  const boxes = all(["h2", "h3", ".bb-card", ".bb-bottom-line", "figure"].map((one) => `.md-content ${one}`).join())
    .map((one) => [one, one.getBoundingClientRect()]);
  boxes.slice(1).forEach(([one, low], at) => {
    const [before, high] = boxes[at];
    const beside = low.left >= high.right - 1 || high.left >= low.right - 1;
    if (!before.contains(one) && !beside && low.top < high.bottom - 1) over.push(name(one));
  });

  const letters = [];
  const slack = innerWidth < 360 ? 15 : 2; // the page has a margin of sixteen pixels
  const meet = (x, y) =>
    x.left < y.right - 1 && y.left < x.right - 1 && x.top < y.bottom - 3 && y.top < x.bottom - 3;
  for (const picture of all("main figure svg.bb-drawing")) {
    const room = picture.getBoundingClientRect();
    const words = [...picture.querySelectorAll("text")]
      .filter((one) => shown(one) && one.textContent.length > 1)
      .map((one) => [one.textContent, one.getBoundingClientRect()]);
    const small = parseFloat(getComputedStyle(picture).fontSize) < 11;
    words.forEach(([text, box], at) => {
      if (small) letters.push(`small: ${text}`);
      if (box.left < room.left - slack || box.right > room.right + slack) letters.push(`outside: ${text}`);
      for (const [other, its] of words.slice(at + 1)) {
        if (meet(box, its)) letters.push(`over: ${text} | ${other}`);
      }
    });
  }

  const wide = document.documentElement.scrollWidth > innerWidth;
  return { outside, cut, over, letters, sideways: wide ? ["scrolls"] : [] };
})();

// Every target is 44 by 44 CSS px, but for links in running text (WCAG 2.2, 2.5.5).
() => {
  const { controls, name } = probe;
  const LEAST = 44;
  const inText = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const links = [...block.querySelectorAll("a")].map((one) => one.textContent).join("");
    const bare = (text) => text.replace(/[\s·,.:;|/-]+/g, "");
    return bare(block.textContent).length > bare(links).length;
  };
  return controls()
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.bottom > 0)
    .filter(({ box }) => box.width < LEAST - 0.5 || box.height < LEAST - 0.5)
    .filter(({ one }) => !inText(one))
    .map(({ one, box }) => `target: ${Math.round(box.width)} x ${Math.round(box.height)} ${name(one)}`);
}

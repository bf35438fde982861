// What several probes ask of a page. Every other file here is one function: page -> faults.
() => {
  const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex], iframe";
  const NO_TEXT = "script, style, template, noscript, head";

  const name = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const kind = typeof element.className === "string" && element.className
      ? `.${element.className.trim().split(/\s+/).join(".")}` : "";
    const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.localName}${id}${kind}> "${words}"`;
  };

  const seen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
    && element.getClientRects().length > 0;

  const controls = () => [...document.querySelectorAll(CONTROLS)]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && seen(one));

  const texts = (root = document.body) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.data.trim() && !text.parentElement.closest(NO_TEXT)) found.push(text);
    }
    return found;
  };

  const boxes = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  };

  const numbers = (color) => {
    const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
    return [red, green, blue, alpha];
  };

  const over = (front, back) =>
    [0, 1, 2].map((i) => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);

  // The colour behind an element: every layer up to the page, laid over `paper`.
  const behind = (element, paper) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      layers.push(numbers(getComputedStyle(one).backgroundColor));
    }
    return layers.reverse().reduce((back, front) => over(front, back), paper);
  };

  // WCAG 2.2, "relative luminance" and "contrast ratio".
  const light = (color) => color.slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);

  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  globalThis.probe = { behind, boxes, contrast, controls, name, numbers, over, seen, texts };
}

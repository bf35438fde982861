// All text stands out from what is behind it by 7 to 1. `paper` is what lies behind the page.
(paper) => {
  const { behind, contrast, name, numbers, over, seen, texts } = probe;
  const LEAST = 7;
  const faults = new Set();
  for (const { parentElement: element } of texts()) {
    if (!seen(element)) continue;
    const back = paper ?? behind(element, [255, 255, 255, 1]);
    const ratio = contrast(over(numbers(getComputedStyle(element).color), back), back);
    if (ratio < LEAST) faults.add(`contrast: ${ratio.toFixed(2)} ${name(element)}`);
  }
  return [...faults];
}

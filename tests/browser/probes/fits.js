// Nothing runs out of the page, is cut off, or hides in a box that only a mouse can scroll.
() => {
  const { name, seen } = probe;
  const width = document.documentElement.clientWidth;
  const faults = [];
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const scroller = (element) => {
    for (let one = element; one && one !== document.documentElement; one = one.parentElement) {
      if (scrolls(one)) return one;
    }
    return null;
  };
  if (document.scrollingElement.scrollWidth > width) {
    faults.push(`wide: the page is ${document.scrollingElement.scrollWidth} px in ${width}`);
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (!seen(element)) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const inner = scroller(element);
    if (!inner && (box.right > width + 1 || box.left < -1)) faults.push(`wide: ${name(element)}`);
    const cuts = /hidden|clip/.test(style.overflowX + style.overflowY) || style.textOverflow === "ellipsis";
    const over = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    if (cuts && over && style.display !== "inline") faults.push(`cut: ${name(element)}`);
    if (inner === element && element.scrollWidth > element.clientWidth) {
      const named = element.getAttribute("aria-label") || element.getAttribute("aria-labelledby");
      if (element.tabIndex < 0 || !named) faults.push(`scrolls by mouse only: ${name(element)}`);
    }
  }
  return faults;
}

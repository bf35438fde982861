// The control that has the focus: its number (-1 for none), and whether all of it can be seen.
() => {
  const element = document.activeElement;
  const boxes = [...element.getClientRects()].filter((box) => box.width > 1);
  const isTop = (box) => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    return element.contains(top) || top?.contains(element);
  };
  const inside = (box) => box.top >= -1 && box.bottom <= innerHeight + 1
    && box.left >= -1 && box.right <= innerWidth + 1;
  return {
    number: Number(element.getAttribute("data-probe") ?? -1),
    seen: boxes.length > 0 && boxes.every((box) => inside(box) && isTop(box)),
  };
}

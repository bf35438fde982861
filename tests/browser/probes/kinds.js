// The numbers of the first control of each make: same tag, same classes, inside the same component.
() => {
  const makes = new Map();
  probe.controls().forEach((one, i) => {
    one.setAttribute("data-probe", i);
    const inside = one.parentElement.closest("[class]")?.className ?? "";
    const make = `${one.localName}.${one.className} in ${inside}`;
    if (!makes.has(make)) makes.set(make, i);
  });
  return [...makes.values()];
}

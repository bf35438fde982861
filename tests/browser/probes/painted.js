// Controls and marks that a background alone makes visible; forced colours take backgrounds away.
() => {
  const clear = (color) => /, 0\)$|^transparent$/.test(color);
  const marked = [];
  [...document.querySelectorAll("*")].forEach((element, index) => {
    for (const part of ["", "::before", "::after"]) {
      const style = getComputedStyle(element, part || null);
      const isMark = part && style.content === '""' && style.display !== "none";
      const isControl = !part && element.matches("a, button, summary, input");
      if ((isMark || isControl) && !clear(style.backgroundColor)) marked.push([index, part]);
    }
  });
  return marked;
}

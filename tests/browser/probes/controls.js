// Number every control in the order of the document; return their names.
() => {
  const all = probe.controls();
  all.forEach((one, i) => one.setAttribute("data-probe", i));
  return all.map(probe.name);
}

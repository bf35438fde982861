// One h1, ahead of all others; no level skipped; no heading without words.
() => {
  const { name, seen } = probe;
  const all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")].filter((one) => seen(one) || one.closest("details:not([open])"));
  const level = (one) => Number(one.getAttribute("aria-level") ?? one.localName.slice(1));
  const faults = all.filter((one) => !one.textContent.trim()).map((one) => `empty: ${name(one)}`);
  const tops = all.filter((one) => level(one) === 1);
  if (tops.length !== 1) faults.push(`h1: there are ${tops.length}`);
  all.forEach((one, i) => {
    if (level(one) > (i ? level(all[i - 1]) : 0) + 1) faults.push(`skipped: ${name(one)}`);
  });
  return faults;
}

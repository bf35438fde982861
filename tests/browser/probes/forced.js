// Under forced colours, what `painted` found still has a border or a line, and nothing opts out.
(painted) => {
  const { name } = probe;
  const all = [...document.querySelectorAll("*")];
  const lost = ([index, part]) => {
    const style = getComputedStyle(all[index], part || null);
    return !(parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none")
      && !style.textDecorationLine.includes("underline");
  };
  return [
    ...painted.filter(lost).map(([index, part]) => `lost: ${name(all[index])}${part}`),
    ...all.filter((one) => getComputedStyle(one).forcedColorAdjust !== "auto")
      .map((one) => `opts out: ${name(one)}`),
  ];
}

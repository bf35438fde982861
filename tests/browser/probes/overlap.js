// No text lies on other text.
() => {
  const { boxes, name, seen, texts } = probe;
  const lines = texts()
    .filter((text) => seen(text.parentElement))
    .flatMap((text) => boxes(text).map((box) => ({ box, text })))
    .sort((a, b) => a.box.top - b.box.top);
  const faults = [];
  lines.forEach((one, i) => {
    for (let j = i + 1; j < lines.length && lines[j].box.top < one.box.bottom - 4; j += 1) {
      const other = lines[j];
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      if (across > 2 && down > Math.min(one.box.height, other.box.height) * 0.35) {
        faults.push(`overlap: ${name(one.text.parentElement)} and ${name(other.text.parentElement)}`);
      }
    }
  });
  return faults;
}

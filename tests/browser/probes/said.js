// All words that can be seen, but for those inside `except`.
(except) => {
  const { boxes, seen, texts } = probe;
  return texts()
    .filter((text) => !text.parentElement.closest(except))
    .filter((text) => seen(text.parentElement) && boxes(text).length)
    .map((text) => text.data.trim());
}

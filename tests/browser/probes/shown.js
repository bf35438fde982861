// All text below `selector` can be seen once every `details` is open.
({ selector, except, open }) => {
  const { boxes, name, seen, texts } = probe;
  const closed = open ? [...document.querySelectorAll("details:not([open])")] : [];
  closed.forEach((one) => { one.open = true; });
  const faults = [...document.querySelectorAll(selector)].flatMap((root) => texts(root))
    .filter((text) => !(except && text.parentElement.closest(except)))
    .filter((text) => !seen(text.parentElement) || boxes(text).length === 0)
    .map((text) => `hidden: ${name(text.parentElement)}`);
  closed.forEach((one) => { one.open = false; });
  return faults;
}

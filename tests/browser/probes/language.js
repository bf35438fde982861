// The page is Danish; a passage that reads as English, or right to left, says so.
() => {
  const { name, texts } = probe;
  const SAID = {
    da: "og det er til af en et der som på med for ikke den har vil kan skal ved om fra efter eller",
    en: "the and of to is in that for it with as are be by from or this which will not an on",
  };
  const words = Object.fromEntries(
    Object.entries(SAID).map(([language, said]) => [language, new Set(said.split(" "))]));
  const only = (a, b) => new Set([...words[a]].filter((word) => !words[b].has(word)));
  const danish = only("da", "en");
  const english = only("en", "da");
  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
  const faults = [];
  if (document.documentElement.lang !== "da") faults.push("language: the page is not Danish");
  const blocks = new Set(texts().map((text) => text.parentElement.closest(
    "p, li, dd, dt, td, th, h1, h2, h3, h4, blockquote, summary, pre, span, div")));
  for (const block of blocks) {
    if (!block) continue;
    const own = texts(block).filter((text) => text.parentElement.closest("[lang]")
      === block.closest("[lang]")).map((text) => text.data).join(" ");
    const language = block.closest("[lang]").lang;
    const said = own.toLowerCase().match(/\p{L}+/gu) ?? [];
    const count = (list) => said.filter((word) => list.has(word)).length;
    if (language === "da" && count(english) > count(danish) + 1) faults.push(`English: ${name(block)}`);
    if (RIGHT_TO_LEFT.test(own) && (language === "da" || getComputedStyle(block).direction !== "rtl")) {
      faults.push(`right to left: ${name(block)}`);
    }
  }
  for (const one of document.querySelectorAll("[lang]")) {
    try {
      Intl.getCanonicalLocales(one.lang);
    } catch {
      faults.push(`language: ${one.lang} is no language tag`);
    }
  }
  return faults;
}

"use strict";

// A text -> the Danish stems of its words, as search/words.py makes them for the index.
// The algorithm is Snowball's (snowballstem.org/algorithms/danish/stemmer.html), without its
// steps for the apostrophe, which is in no word here.

const WORD = /[0-9]{8}-[0-9](?![\p{L}\p{N}])|[\p{L}\p{N}]+/gu; // a CPV code, or any word
const SOFT_HYPHEN = "\u00ad";

const FIRST_SYLLABLE = /[aeiouyæåø][^aeiouyæåø]/u;
const ENDING =
  /(?:erendes|erende|hedens|endes|erede|erens|erets|ernes|ethed|heden|heder|ende|enes|eren|erer|eres|eret|erne|ered|heds|ene|ens|ere|ers|ets|hed|en|er|es|et|e|s)$/;
const BEFORE_S = /[abcdfghjklmnoprtvyzå]s$/;
const PAIR = /(?:gd|dt|gt|kt)$/;
const OTHER_ENDING = /(?:elig|lig|ig|els|løst)$/;
const DOUBLE = /([bdfgklmnprst])\1$/;

function stems(text) {
  return wordsOf(text).map(stem);
}

function wordsOf(text) {
  const plain = text.toLowerCase().replaceAll(SOFT_HYPHEN, "").normalize("NFC");
  return plain.match(WORD) ?? [];
}

function stem(word) {
  const start = fixedPart(word);
  if (start === undefined) {
    return word;
  }
  const without = (count) => (word = word.slice(0, word.length - count));
  const found = (pattern) => pattern.exec(word.slice(start))?.[0];
  const shortenPair = () => found(PAIR) && without(1);

  const ending = found(ENDING);
  if (ending && (ending !== "s" || BEFORE_S.test(word))) {
    without(ending.length);
  }
  shortenPair();
  if (word.endsWith("igst")) {
    without(2);
  }
  const other = found(OTHER_ENDING);
  if (other === "løst") {
    without(1);
  } else if (other) {
    without(other.length);
    shortenPair();
  }
  if (word.length > start && DOUBLE.test(word)) {
    without(1);
  }
  return word;
}

// The length of what no ending is cut from ("R1"): the first syllable, and at least three letters.
function fixedPart(word) {
  const letters = Array.from(word);
  if (letters.length < 3) {
    return undefined;
  }
  const syllable = FIRST_SYLLABLE.exec(word);
  const end = syllable ? syllable.index + syllable[0].length : word.length;
  return Math.max(letters.slice(0, 3).join("").length, end);
}

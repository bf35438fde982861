// The search page: a query -> the pages that have all of its words, the best first.
// The index is made by plugins/markedsdialog/search/. Without this script the page is a list, and
// so it stays when the page is opened from disk, where no browser lets a script read files.

const MANIFEST = "indeks.json";
const RESULTS_AT_ONCE = 20;
const BEGINNING_OF_A_WORD = 4; // letters that are enough to find the longer words they begin
const LAST_LETTER = "\uffff"; // sorts after every letter
const PART_OF_WEIGHT = 0.4; // what such a longer word counts

const form = document.getElementById("soegning");
const results = document.getElementById("resultater");
const list = results.querySelector("ol");
const more = results.querySelector("button");
const state = results.querySelector("[role=status]");
const title = document.title;

let index; // the promise of the manifest, once somebody searches
let latest = ""; // the query that is asked last; an older one's answer is dropped

async function read(address, cache) {
  const answer = await fetch(address, { cache });
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.json();
}

async function readIndex() {
  index ??= read(MANIFEST, "no-cache");
  return index;
}

// Returns the weight of each page on which the word stands in any form, or begins a longer one.
// A stem that is too short to begin others leaves that to the word itself: "køkken" is cut to
// "køk", and "køkkenerne" to "køkken".
async function pagesWith(word) {
  const { folder, shards } = await readIndex();
  const stemmed = stem(word);
  const beginning = [stemmed, word].find((one) => one.length >= BEGINNING_OF_A_WORD);
  const last = beginning ? beginning + LAST_LETTER : stemmed;
  const reading = shards.flatMap((first, number) => {
    const next = shards[number + 1] ?? LAST_LETTER;
    return first <= last && stemmed < next ? [read(`${folder}/ord-${number}.json`)] : [];
  });
  const weights = new Map();
  for (const shard of await Promise.all(reading)) {
    for (const [other, postings] of Object.entries(shard)) {
      if (other === stemmed) {
        add(weights, postings, 1);
      } else if (beginning && other.startsWith(beginning)) {
        add(weights, postings, PART_OF_WEIGHT);
      }
    }
  }
  return weights;
}

function add(weights, postings, part) {
  for (let at = 0, page = 0; at < postings.length; at += 2) {
    page += postings[at];
    weights.set(page, Math.max(weights.get(page) ?? 0, part * postings[at + 1]));
  }
}

// Returns the numbers of the pages that have all words.
async function find(words) {
  const [first, ...others] = await Promise.all(words.map(pagesWith));
  const total = (page) =>
    others.reduce((sum, weights) => sum + weights.get(page), first.get(page));
  return [...first.keys()]
    .filter((page) => others.every((weights) => weights.has(page)))
    .sort((one, other) => total(other) - total(one) || one - other);
}

async function shown(pages) {
  const { folder, pages_together } = await readIndex();
  const files = new Map();
  for (const page of pages) {
    const number = Math.floor(page / pages_together);
    files.has(number) || files.set(number, read(`${folder}/sider-${number}.json`));
  }
  const items = pages.map(async (page) => {
    const file = await files.get(Math.floor(page / pages_together));
    return item(...file[page % pages_together]);
  });
  return Promise.all(items);
}

function item(address, name, kind, opening) {
  const link = element("a", name);
  link.href = `../${address}`;
  const heading = element("h3");
  heading.append(link);
  const line = element("li");
  line.append(heading, element("p", kind, "result-kind"), element("p", opening));
  return line;
}

function element(tag, text = "", name = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = name;
  return made;
}

function say(name, count, query) {
  const words = results.dataset[name];
  state.textContent = words.replace("{count}", count).replace("{query}", () => query);
}

async function search(query) {
  latest = query;
  form.elements.q.value = query;
  const words = [...new Set(wordsOf(query))];
  results.hidden = words.length === 0;
  document.title = words.length ? `${query} - ${title}` : title;
  list.replaceChildren();
  more.hidden = true;
  state.textContent = "";
  if (!words.length) {
    return;
  }
  try {
    const pages = await find(words);
    const first = await shown(pages.slice(0, RESULTS_AT_ONCE));
    if (latest !== query) {
      return;
    }
    list.replaceChildren(...first);
    offerMore(pages.slice(RESULTS_AT_ONCE), query);
    say({ 0: "none", 1: "one" }[pages.length] ?? "many", pages.length, query);
  } catch {
    fail(query);
  }
}

function offerMore(pages, query) {
  more.hidden = !pages.length;
  more.onclick = async () => {
    try {
      const next = await shown(pages.slice(0, RESULTS_AT_ONCE));
      if (latest !== query) {
        return;
      }
      list.append(...next);
      next[0].querySelector("a").focus();
      offerMore(pages.slice(RESULTS_AT_ONCE), query);
    } catch {
      fail(query);
    }
  };
}

function fail(query) {
  index = undefined;
  if (latest === query) {
    more.hidden = true;
    say("failed");
  }
}

function asked() {
  return (new URL(location.href).searchParams.get("q") ?? "").trim();
}

if (location.protocol !== "file:") {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = form.elements.q.value.trim();
    if (query !== asked()) {
      history.pushState(null, "", `?${new URLSearchParams({ q: query })}`);
    }
    search(query);
  });
  addEventListener("popstate", () => search(asked()));
  search(asked());
}

// A built site and an open dialogue -> what a screen reader says on the way to its answer form.
//
//   node speak.mjs FOLDER TITLE FORM
//
// The reader goes down the front page line by line, follows the dialogue's link, jumps from heading
// to heading until the one that tells how to take part, and reads on to the form.
import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { virtual } from "@guidepup/virtual-screen-reader";
import { JSDOM } from "jsdom";

const [folder, title, form] = process.argv.slice(2);
const PATIENCE = 400;
const TAKING_PART = "Sådan deltager du";

async function open(url) {
  const { window } = new JSDOM(await readFile(fileURLToPath(url), "utf-8"), { url: url.href });
  await virtual.start({ container: window.document.body, window });
}

async function until(step, words) {
  for (let steps = 0; steps < PATIENCE; steps += 1) {
    const said = await virtual.lastSpokenPhrase();
    if (words.every((word) => said.includes(word))) return virtual.activeNode;
    await step();
  }
  throw new Error(`not heard in ${PATIENCE} steps: ${words.join(", ")}`);
}

function link(node) {
  const element = node.nodeType === 1 ? node : node.parentElement;
  return element.closest("a").href;
}

async function close() {
  for (const line of await virtual.spokenPhraseLog()) console.log(line);
  await virtual.stop();
}

const next = () => virtual.next();
const nextHeading = () => virtual.perform(virtual.commands.moveToNextHeadingLevel2);

await open(pathToFileURL(`${folder}/index.html`));
const dialogue = link(await until(next, ["link", title]));
await close();

console.log(`--- ${dialogue.slice(pathToFileURL(folder).href.length)}`);
await open(new URL("index.html", dialogue));
await until(nextHeading, ["heading", TAKING_PART]);
const file = link(await until(next, ["link", form]));
await close();
console.log(`--- ${file.slice(pathToFileURL(folder).href.length)}`);

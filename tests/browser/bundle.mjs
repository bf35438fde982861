// The path of a script -> the script and all that it imports as one text, written out.
import { buildSync } from "esbuild";

const [entry] = process.argv.slice(2);
const { outputFiles } = buildSync({ entryPoints: [entry], bundle: true, minify: true, write: false });
process.stdout.write(outputFiles[0].text);

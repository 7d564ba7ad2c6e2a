// Tells the language of texts by CLD3: node cld3.mjs FOLDER PASSES < texts.jsonl
// FOLDER is where `npm install cld3-asm` was run; a line in is a JSON string. A line out is CLD3's code for it; the
// last one is a JSON array with the processor time of each pass, in microseconds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, passes] = process.argv.slice(2);
const { loadModule } = createRequire(join(folder, 'package.json'))('cld3-asm');

// CLD3's own default is to answer nothing below 140 bytes, which is most sentences; 0 gives it its best score.
const MIN_BYTES = 0;
const MAX_BYTES = 1000;

// Microseconds; as InProcess.cs and TimedPasses.cs have them.
const WARM_UP = 3_000_000;
const LEAST = 5_000_000;

const texts = readFileSync(0, 'utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line));
const identifier = (await loadModule()).create(MIN_BYTES, MAX_BYTES);

let labels;
const pass = () => {
  const before = process.cpuUsage();
  labels = texts.map((text) => identifier.findLanguage(text).language);
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

for (let warmUp = 0; warmUp < WARM_UP; ) {
  warmUp += pass();
}

const times = [];
for (let total = 0; times.length < Number(passes) || total < LEAST; total += times.at(-1)) {
  times.push(pass());
}

process.stdout.write(labels.map((label) => label + '\n').join('') + JSON.stringify(times) + '\n');

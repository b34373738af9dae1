// Writes what the form makes of a text, line by line, for comparison with the command line.
import { createInterface } from "node:readline";

import { change, write } from "./src/change.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { text, value } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(text === null ? write(value) : change(text, value))}\n`);
}

// The lists of options in their places.
import assert from "node:assert/strict";
import { test } from "node:test";

import { withOptions } from "./src/config.js";

test("every list of options goes where its name stands, and nothing else changes", () => {
  const options = [{ label: "Ziel 1", value: "1" }];
  const config = { a: [{ options: { $auswahl: "ziele" } }, "b", 3, null], auswahl: { ziele: options } };
  assert.deepEqual(withOptions(config), { a: [{ options }, "b", 3, null] });
});

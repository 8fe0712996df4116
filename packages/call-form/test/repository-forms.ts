import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type CallForm, readCallForm } from "../src/index.ts";

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The call form in a folder of the repository, such as `examples/clinic`. */
export function formIn(folder: string): CallForm {
  const path = join("../..", folder);
  const files = readdirSync(join(path, "words"));
  const words = files.map((file) => [basename(file, ".json"), json(join(path, "words", file))]);
  return readCallForm({
    form: json(join(path, "call-form.json")),
    words: Object.fromEntries(words),
  });
}

export function routesIn(folder: string) {
  return json(join("../..", folder, "routes.json")) as {
    readonly rules: readonly { readonly when: Readonly<Record<string, unknown>> }[];
  };
}

export function textOf(folder: string, file: string): string {
  return readFileSync(join("../..", folder, file), "utf8");
}

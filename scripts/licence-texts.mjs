// An esbuild plugin: writes the licences of the packages that are in a bundle beside it. Almost every licence asks for that
// where its package is handed on, and a package on npm hands on what it bundles.
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** The folder of the package that a file stands in: the last one below a node_modules. */
const packageFolder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * @param {string} file where they are written, from the package's folder
 * @returns {import("esbuild").Plugin}
 */
export function licenceTexts(file) {
  return {
    name: "licence-texts",
    setup({ initialOptions, onEnd }) {
      initialOptions.metafile = true;
      onEnd(async ({ metafile }) => {
        if (metafile) await writeFile(file, textOf(foldersIn(metafile)));
      });
    },
  };
}

/** The packages of which something is in the output, by their folders. */
function foldersIn({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return new Set(used.flatMap(([path]) => packageFolder.exec(path) ?? []));
}

/** Each licence once, under the packages that have it. */
function textOf(folders) {
  const packagesByText = new Map();
  for (const folder of folders) {
    const { name, version, text } = licenceIn(folder);
    const others = packagesByText.get(text) ?? new Set();
    packagesByText.set(text, others.add(`${name} ${version}`));
  }
  return [...packagesByText]
    .map(([text, packages]) => `${[...packages].sort().join("\n")}\n\n${text}\n`)
    .sort()
    .join(`\n${"-".repeat(80)}\n\n`);
}

function licenceIn(folder) {
  const { name, version, license, author } = JSON.parse(
    readFileSync(resolve(folder, "package.json"), "utf8"),
  );
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)\b/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
  // Some say no more than this.
  if (texts.length === 0)
    texts.push(`Licence: ${license}. Author: ${author?.name ?? author ?? name}.`);
  return { name, version, text: texts.join("\n\n") };
}

// What the files of the house refer to: packages by name, files by relative path, and files read by path.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** @typedef {{ file: string, test: boolean, kind: "import" | "read", target: string, text: string }} Reference */

const statement =
  /^[ \t]*(?:import|export)\b(?:[^"'`;]*?\bfrom)?[ \t\n]*["']([^"'\n]+)["']|\b(?:import|require)\(\s*["']([^"'\n]+)["']\s*\)|\bimport\("([^"\n]+)"\)/gm;
const comment = /^\s*\/\/.*$|\/\*[\s\S]*?\*\//gm;
const quoted = `"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])*'|\`(?:\\\\.|[^\`\\\\])*\``;
/** Names put together: `join(here, "../x", "y")`, `"packages", "skill", "dist"`. */
const names = new RegExp(`(?:${quoted})(?:\\s*,\\s*(?:${quoted}))*`, "g");
const one = new RegExp(quoted, "g");

/** Folders of the root that rooms read from. */
const shared = new Set(["docs", "skill-package", "examples"]);

/** Whether a file is a test, or there for tests only. */
export function isTest(file) {
  return /^packages\/package-tests\/|\.(test|suite)\.ts$|\/(test|testing)\//.test(file);
}

/**
 * Every reference of a source file that leaves its package, or could.
 * @param root folder of the repository
 * @param file path within it
 * @param rooms {Set<string>} the folders of packages/
 * @returns {Reference[]} targets are paths within the repository, or names of our packages
 */
export function referencesOf(root, file, rooms) {
  const source = readFileSync(join(root, file), "utf8").replace(comment, "");
  const found = [];
  const add = (kind, target, text) => found.push({ file, test: isTest(file), kind, target, text });
  for (const [, ...specifiers] of source.matchAll(statement)) {
    const specifier = specifiers.find((each) => each !== undefined);
    if (specifier.startsWith("@skill-call/")) add("import", specifier, specifier);
    if (specifier.startsWith(".")) {
      add("import", normalize(join(dirname(file), specifier)), specifier);
    }
  }
  for (const [text] of source.replace(statement, "").matchAll(names)) {
    for (const path of pathsIn(text)) {
      for (const target of targetsOf(root, file, path, rooms)) add("read", target, path);
    }
  }
  return found;
}

/** The names each for itself, and put together; `${…}` within ends what can be known of a path. */
function pathsIn(text) {
  const each = [...text.matchAll(one)].map(([literal]) => literal.slice(1, -1));
  const known = each.map((path) => path.replace(/\$\{__dirname\}\//, "./").replace(/\$\{.*/s, ""));
  return new Set([...known, known.join("/")].filter((path) => /^[\w@./-]+$/.test(path)));
}

/** Where a path can lead: from its file, its package or the root, if there is something in another room. */
function targetsOf(root, file, path, rooms) {
  if (!path.includes("/")) return [];
  const own = roomOf(file);
  const bases = path.startsWith(".")
    ? [dirname(file), `packages/${own}`, `packages/${own}/dist`]
    : ["", "packages"];
  const targets = bases.map((base) => normalize(join(base, path)));
  return targets.filter((target) => leaves(target, own, rooms) && stands(root, target));
}

function leaves(target, own, rooms) {
  const room = roomOf(target);
  if (room !== undefined) return room !== own && rooms.has(room);
  return shared.has(target.split("/")[0]);
}

/** What is built need not be there yet. */
function stands(root, target) {
  return target.includes("/dist/") || existsSync(join(root, target));
}

/** A file of a package: its room, else undefined. */
export function roomOf(path) {
  const [top, room] = path.split("/");
  return top === "packages" ? room : undefined;
}

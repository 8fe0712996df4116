// A copy of the repository to try a change in: what git knows and what is installed, not what was built.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const left = new Set(["dist", "reports", ".turbo", ".git"]);

/** @returns its folder */
export function scratchCopy(root) {
  const folder = mkdtempSync(join(tmpdir(), "skill-call-copy-"));
  for (const name of readdirSync(root)) {
    if (left.has(name) || name === "node_modules" || name === "packages") continue;
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  // Dependencies are links that lead up here; our own packages are links to each other, which lead within the copy.
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  mkdirSync(join(folder, "packages"));
  cpSync(join(root, "packages"), join(folder, "packages"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !left.has(basename(path)),
  });
  return folder;
}

/** Puts a text before another in a file, which must have that exactly once. */
export function insertBefore(file, place, text) {
  const source = readFileSync(file, "utf8");
  if (source.split(place).length !== 2) throw new Error(`${file} has not "${place}" exactly once`);
  writeFileSync(
    file,
    source.replace(place, () => `${text}${place}`),
  );
}

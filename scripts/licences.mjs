// Fails where a package that is installed here has a licence that is not on the list. The list is this one, for all: what we
// publish bundles, what we deploy, what we build and test with.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import satisfies from "spdx-satisfies";

/** SPDX names (spdx.org/licenses): of those that ask for no more than their own text, or their author's name. */
const allowed = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
];

/** Packages that name no licence in SPDX's words, and what we read in the file that they have instead. */
const readByUs = {
  "apl-suggester@2024.2.0": "Apache-2.0",
  "sip@0.0.6": "MIT",
  "spawndamnit@3.0.1": "MIT",
};

/** Packages that we test with, and hand nothing of on, with the one licence that is let pass of each. */
const notHandedOn = { "axe-core": "MPL-2.0" };

/**
 * What must not be there, a line each.
 * @param {Record<string, { name: string, versions: string[] }[]>} packagesByLicence as `pnpm --recursive licenses list --json` prints it
 */
export function licenceFindings(packagesByLicence) {
  return Object.entries(packagesByLicence).flatMap(([licence, packages]) =>
    packages
      .filter(({ name }) => notHandedOn[name] !== licence)
      .flatMap(({ name, versions }) => versions.map((version) => `${name}@${version}`))
      .filter((name) => !isAllowed(readByUs[name] ?? licence))
      .map((name) => `${name}: ${licence} is not on the list in scripts/licences.mjs`),
  );
}

/** What is no expression in SPDX's words is no licence that anybody has looked at. */
function isAllowed(licence) {
  try {
    return satisfies(licence, allowed);
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const command = process.env.npm_execpath ?? "pnpm";
  const options = ["--recursive", "licenses", "list", "--json"];
  const listed = JSON.parse(
    execFileSync(command, options, { encoding: "utf8", maxBuffer: 2 ** 26 }),
  );
  const findings = licenceFindings(listed);
  for (const finding of findings) process.stderr.write(`${finding}\n`);
  const count = Object.values(listed).flat().length;
  process.stdout.write(`${count} packages, ${findings.length} findings\n`);
  process.exitCode = findings.length > 0 || count === 0 ? 1 : 0;
}

// Packs what is published, checked, and says what of it is new: `node scripts/release-pack.mjs <folder>`.
//
// <folder>/all: every tarball, for tests. <folder>/new: the tarballs of versions that the registry does not have, each with
// its changes (.md) and what is in it (.cdx.json). It needs no rights: publishing them is another job's.
import { execFile } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { bundledIn, withBundled } from "./bill-of-materials.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Lambdas are minified, and name nothing: their builds leave behind what they are made of. */
const lambdasWithin = {
  "@skill-call/skill": ["skill"],
  "skill-call": ["sma-handler", "connect-handler", "context-api"],
};

const execute = promisify(execFile);

/** What a command prints; one that fails throws with its `stdout` and `stderr`. */
async function run(command, options, cwd = root) {
  const { stdout } = await execute(command, options, { cwd, maxBuffer: 2 ** 28 });
  return stdout;
}

const pnpm = (options, cwd) => run(process.env.npm_execpath ?? "pnpm", options, cwd);

/** The packages that leave the repository. */
export function publicPackages() {
  return readdirSync(join(root, "packages"))
    .map((room) => ({ room, ...JSON.parse(readFileSync(manifestOf(room), "utf8")) }))
    .filter((manifest) => manifest.private !== true);
}

function manifestOf(room) {
  return join(root, "packages", room, "package.json");
}

/**
 * What the registry has of a package.
 * @returns its versions; nothing where it does not know the package
 * @throws {Error} where the registry did not say
 */
export async function versionsPublished(name) {
  try {
    return [JSON.parse(await run("npm", ["view", name, "versions", "--json"]))].flat();
  } catch (error) {
    if (/E404/.test(error.stdout + error.stderr)) return undefined;
    throw error;
  }
}

/** The section of one version in a CHANGELOG.md. */
export function changesOf(changelog, version) {
  const sections = changelog.split(/^## /m);
  const section = sections.find((each) => each.startsWith(`${version}\n`));
  if (section === undefined) throw new Error(`CHANGELOG.md says nothing of ${version}`);
  return section.slice(version.length).trim();
}

/** CycloneDX 1.6: what scanners read today. */
async function billOfMaterials(options) {
  return JSON.parse(
    await pnpm(["sbom", "--sbom-format", "cyclonedx", "--sbom-spec-version", "1.6", ...options]),
  );
}

async function bundledInTarball(tarball, name) {
  const folder = mkdtempSync(join(tmpdir(), "tarball-"));
  try {
    await run("tar", ["-xzf", tarball, "-C", folder]);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[cm]?js$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    const metafiles = (lambdasWithin[name] ?? []).map((room) =>
      join(root, "packages", room, "dist/metafile.json"),
    );
    return bundledIn([...files, ...metafiles].map((file) => readFileSync(file, "utf8")).join("\n"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function packAll(folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ["all", "new"]) mkdirSync(join(folder, part), { recursive: true });
  let everything;
  for (const { room, name, version } of publicPackages()) {
    const packed = await pnpm(
      ["pack", "--json", "--pack-destination", join(folder, "all")],
      join(root, "packages", room),
    );
    const { filename } = JSON.parse(packed.slice(packed.indexOf("{")));
    const published = await versionsPublished(name);
    if (published === undefined) {
      process.stdout.write(`${name}: not on npm; its first version is published by hand\n`);
      continue;
    }
    if (published.includes(version)) continue;
    everything ??= await billOfMaterials([]);
    const beside = join(folder, "new", basename(filename, ".tgz"));
    const own = await billOfMaterials(["--prod", "--filter", name]);
    const bundled = await bundledInTarball(filename, name);
    const bill = withBundled({ own, all: everything, bundled });
    copyFileSync(filename, `${beside}.tgz`);
    writeFileSync(`${beside}.cdx.json`, `${JSON.stringify(bill, undefined, 2)}\n`);
    const changelog = readFileSync(join(root, "packages", room, "CHANGELOG.md"), "utf8");
    writeFileSync(`${beside}.md`, `${changesOf(changelog, version)}\n`);
    process.stdout.write(`${name}@${version}: new, ${bill.components.length} components\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await packAll(resolve(process.argv[2] ?? "dist/release"));
}

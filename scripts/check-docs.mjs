// Keeps the documents true: every error code is documented and exists, every relative link leads somewhere, every
// script that is typed is there, every package has a README, and no table is padded (a longer word would change every line of it).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const skipped = new Set(["node_modules", "dist", ".git", ".turbo", "reports"]);

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name)) yield* files(path);
    else if (entry.isFile()) yield path;
  }
}

/**
 * The codes of a package's errors: of classes, `readonly code = "…"`, of what they are made with, `{ code: "….config", … }`,
 * and of tables of problems, `"…": {`.
 */
function codesInSource(paths) {
  const sources = paths.filter((path) => /packages\/[^/]+\/src\/.*\.ts$/.test(path));
  return new Set(
    sources.flatMap((path) =>
      [
        ...readFileSync(path, "utf8").matchAll(
          /(?:readonly code = "|\{ code: "(?=[a-z-]+\.config")|^ {2}"(?=[a-z.-]+": \{$))([a-z-]+\.[a-z-]+)"/gm,
        ),
      ].map(([, code]) => code),
    ),
  );
}

function codesInDocs() {
  const text = readFileSync(join(root, "docs/errors.md"), "utf8");
  return new Set([...text.matchAll(/^\| `([a-z-]+\.[a-z-]+)` +\|/gm)].map(([, code]) => code));
}

/** The headings of a page as GitHub links to them. */
function anchorsIn(path) {
  const text = readFileSync(path, "utf8").replace(/^```.*?^```/gms, "");
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function leadsSomewhere(from, file, anchor) {
  const target = file === "" ? from : resolve(dirname(from), file);
  if (!existsSync(target)) return false;
  return anchor === undefined || !target.endsWith(".md") || anchorsIn(target).includes(anchor);
}

function brokenLinks(path) {
  const text = readFileSync(path, "utf8");
  const links = text.matchAll(/\]\((?!https?:|mailto:)(([^)#\s]*)(?:#([^)\s]+))?)[^)]*\)/g);
  return [...links]
    .filter(([, , file, anchor]) => !leadsSomewhere(path, file, anchor))
    .map(([, link]) => `${relative(root, path)}: the link ${link} leads nowhere`);
}

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
/** Commands of pnpm's own that the pages name. */
const ofPnpm = new Set(["install", "publish", "exec", "--filter"]);

/** What is typed as `npx -y pnpm@12 <script>` is a script of package.json, or pnpm's own. */
function unknownScripts(path) {
  const text = readFileSync(path, "utf8");
  const typed = [...text.matchAll(/npx -y pnpm@12 (?:--silent )?(?:run )?([\w:-]+)/g)];
  return typed
    .filter(([, script]) => !(script in scripts) && !ofPnpm.has(script))
    .map(([whole]) => `${relative(root, path)}: \`${whole}\` is no script of package.json`);
}

/**
 * Rows of the threat model whose last cell names no test, or one that is not there: the file, and in it the title or a part
 * of it.
 */
function unshownThreats() {
  const path = "docs/threat-model.md";
  const rows = readFileSync(join(root, path), "utf8").matchAll(
    /^\|.*\| ([STRIDE]: [^|]+) \|.*\| ([^|]+) \|$/gm,
  );
  return [...rows].flatMap(([, threat, shownBy]) => {
    if (shownBy.startsWith("none: ")) return [];
    const tests = [...shownBy.matchAll(/`([^`]+)` "([^"]+)"/g)];
    const missing = tests.filter(([, file, title]) => !holds(file, title));
    if (tests.length === 0) return [`${path}: "${threat}" is shown by no test`];
    return missing.map(([, file, title]) => `${path}: ${file} has no test "${title}"`);
  });
}

function holds(file, title) {
  return existsSync(join(root, file)) && readFileSync(join(root, file), "utf8").includes(title);
}

/** Rows of tables outside code, with more blanks in a cell than one at each side. */
function paddedRows(path) {
  const text = readFileSync(path, "utf8").replace(/^```.*?^```/gms, (code) =>
    code.replaceAll(/[^\n]/g, ""),
  );
  return text
    .split("\n")
    .flatMap((line, index) =>
      /^\|.*([^|\s] {2,}\||\| {2,}[^|\s]|-{4,})/.test(line) ? [index + 1] : [],
    )
    .slice(0, 1)
    .map(
      (line) => `${relative(root, path)}:${line}: a padded table; one blank at each side of a cell`,
    );
}

const packagesWithoutReadme = readdirSync(join(root, "packages"))
  .filter((name) => existsSync(join(root, "packages", name, "package.json")))
  .filter((name) => !existsSync(join(root, "packages", name, "README.md")));

const paths = [...files(root)];
const inSource = codesInSource(paths);
const inDocs = codesInDocs();
const findings = [
  ...[...inSource]
    .filter((code) => !inDocs.has(code))
    .map((code) => `docs/errors.md: add a row for the code ${code}`),
  ...[...inDocs]
    .filter((code) => !inSource.has(code))
    .map((code) => `docs/errors.md: no error has the code ${code}; remove its row`),
  ...packagesWithoutReadme.map((name) => `packages/${name}: write a README.md, short and true`),
  ...paths.filter((path) => path.endsWith(".md")).flatMap(brokenLinks),
  ...paths.filter((path) => path.endsWith(".md")).flatMap(paddedRows),
  ...paths.filter((path) => path.endsWith(".md")).flatMap(unknownScripts),
  ...unshownThreats(),
];

for (const finding of findings) process.stderr.write(`${finding}\n`);
process.stdout.write(`${inSource.size} error codes, ${findings.length} findings\n`);
process.exitCode = findings.length > 0 ? 1 : 0;

// Who may import whom: what is wrong with the house, each finding one line that says what to do instead.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { referencesOf, roomOf } from "./room-references.mjs";

const skipped = new Set(["node_modules", "dist", "reports"]);

/**
 * What a house's rows leave out, filled in.
 * @returns {Map<string, { floor: number, uses: string[], tests: string[], reads: string[], corners: object }>}
 */
export function rowsOf(house) {
  const rows = Object.values(house).flatMap((group) => Object.entries(group));
  return new Map(
    rows.map(([room, row]) => [room, { uses: [], tests: [], reads: [], corners: {}, ...row }]),
  );
}

/** Rooms that have no row, rows that lead up or name no room, and circles. */
export function tableFindings(house, folders) {
  const rows = rowsOf(house);
  const missing = folders.filter((room) => !rows.has(room));
  return [
    ...missing.map((room) => `packages/${room} has no row in scripts/house.mjs: give it one`),
    ...[...rows].flatMap(([room, row]) => rowFindings(room, row, rows)),
    ...circlesOf(rows),
  ];
}

function rowFindings(room, { floor, uses, tests, reads }, rows) {
  const unknown = [...uses, ...tests, ...reads].filter((other) => !rows.has(other));
  const above = uses.filter((other) => rows.get(other)?.floor > floor);
  return [
    ...unknown.map((other) => `${room} names ${other}, which has no row`),
    ...above.map((other) => `${room} uses ${other}, which is on a floor above it`),
  ];
}

function circlesOf(rows) {
  const done = new Set();
  const circles = [];
  const walk = (room, way) => {
    if (way.includes(room)) circles.push([...way.slice(way.indexOf(room)), room].join(" → "));
    if (way.includes(room) || done.has(room)) return;
    const { uses = [], tests = [] } = rows.get(room) ?? {};
    for (const other of [...uses, ...tests]) walk(other, [...way, room]);
    done.add(room);
  };
  for (const room of rows.keys()) walk(room, []);
  return circles.map((circle) => `a circle: ${circle}`);
}

/** What the files of the packages refer to. */
export function referencesIn(root) {
  const folders = foldersOf(root);
  return folders
    .flatMap((room) => [...sourcesIn(root, `packages/${room}`)])
    .flatMap((file) => referencesOf(root, file, new Set(folders)));
}

/** What in the files of the packages goes through a wall. */
export function codeFindings(references, house) {
  const rows = rowsOf(house);
  return references
    .map((reference) => wrongWith(reference, rows))
    .filter((finding) => finding !== undefined);
}

function wrongWith(reference, rows) {
  const { file, kind } = reference;
  const row = rows.get(roomOf(file));
  if (row === undefined) return undefined;
  const corner = Object.keys(row.corners).find((folder) =>
    file.startsWith(`packages/${roomOf(file)}/${folder}/`),
  );
  const wrong = kind === "read" ? wrongRead(reference, row) : wrongImport(reference, row, corner);
  return wrong && `${file}: ${wrong}`;
}

function wrongRead({ file, target, text }, { reads }) {
  const room = roomOf(target);
  if (room === undefined || reads.includes(room)) return undefined;
  return `"${text}" is a file of ${room}, which ${roomOf(file)} may not read`;
}

function wrongImport(reference, row, corner) {
  return reference.target.startsWith("@skill-call/")
    ? wrongName(reference, row, corner)
    : wrongPath(reference, corner);
}

function wrongPath({ file, target, text, test }, corner) {
  const room = roomOf(file);
  if (isTooling(file)) return undefined;
  if (roomOf(target) !== room) return `"${text}" leaves the package: import what it is by name`;
  if (test || corner === undefined) return undefined;
  const within = target.startsWith(`packages/${room}/${corner}/`);
  return within ? undefined : `"${text}" leaves ${corner}, which uses nothing of ${room}`;
}

function wrongName({ file, target, text, test }, { uses, tests, corners }, corner) {
  const room = roomOf(file);
  const [, other, entry] = target.split("/");
  if (other === room) return undefined;
  if (entry === "testing" && !test) return `"${text}" is for tests only`;
  const may = test ? [...uses, ...tests] : (corners[corner] ?? uses);
  if (may.includes(other)) return undefined;
  const who = corner === undefined ? room : `${room}/${corner}`;
  return `${who} may not use ${other}; it may use ${may.join(", ") || "nothing of ours"}`;
}

/** Build scripts and settings stand on the root's. */
function isTooling(file) {
  return /^packages\/[^/]+\/(scripts\/|[^/]+\.mjs$)/.test(file);
}

/** What turbo would not notice: files of others that tests read, and no input or build of the task names. */
export function cacheFindings(references, turbo) {
  const findings = references
    .filter(({ kind, test }) => kind === "read" && test)
    .filter((reference) => !isNoticed(reference, turbo))
    .map(({ file, target }) => {
      const task = `@skill-call/${roomOf(file)}#test`;
      return `turbo.json: ${task} does not hang on ${target}, which ${file} reads`;
    });
  return [...new Set(findings)];
}

function isNoticed({ file, target }, { tasks }) {
  const { inputs = [], dependsOn = [] } = tasks[`@skill-call/${roomOf(file)}#test`] ?? {};
  if (target.includes("/dist/")) return dependsOn.includes(`@skill-call/${roomOf(target)}#build`);
  const patterns = inputs.map((input) => input.replace("$TURBO_ROOT$/", ""));
  return patterns.some((each) => covers(each, target) || each.startsWith(`${target}/`));
}

function covers(pattern, target) {
  const folder = pattern.replace(/\/\*\*$/, "");
  if (target === folder || (folder !== pattern && target.startsWith(`${folder}/`))) return true;
  const choices = pattern.replace(/\{([^}]*)\}/g, (_, list) => `(${list.replaceAll(",", "|")})`);
  return new RegExp(`^${choices.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`).test(target);
}

/** The packages that a package.json names and its row does not. */
export function manifestFindings(root, house) {
  const rows = rowsOf(house);
  return foldersOf(root).flatMap((room) => {
    const { uses, tests } = rows.get(room) ?? { uses: [], tests: [] };
    const manifest = JSON.parse(readFileSync(join(root, "packages", room, "package.json"), "utf8"));
    const wrong = (list, may) =>
      Object.keys(list ?? {})
        .filter((name) => name.startsWith("@skill-call/"))
        .map((name) => name.slice("@skill-call/".length))
        .filter((other) => !may.includes(other))
        .map((other) => `packages/${room}/package.json names ${other}, its row does not`);
    return [
      ...wrong(manifest.dependencies, uses),
      ...wrong(manifest.devDependencies, [...uses, ...tests]),
    ];
  });
}

/** The folders of packages/. */
export function foldersOf(root) {
  return readdirSync(join(root, "packages"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && hasManifest(join(root, "packages", entry.name)))
    .map(({ name }) => name);
}

/** A folder that git has taken away may still hold what it ignores. */
function hasManifest(folder) {
  return readdirSync(folder).includes("package.json");
}

function* sourcesIn(root, folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !skipped.has(entry.name)) yield* sourcesIn(root, path);
    else if (entry.isFile() && /\.(ts|mjs)$/.test(entry.name)) yield path;
  }
}

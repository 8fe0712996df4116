// The regular expressions of the product's source, and those that take more than linear time: `pnpm lint:regexps`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "@swc/core";
import { check } from "recheck";

/**
 * What is accepted all the same: by file, the expression, and why. One that is put together at run
 * time cannot be looked at, and stands here by `new RegExp`.
 */
const accepted = JSON.parse(
  readFileSync(new URL("accepted-regular-expressions.json", import.meta.url), "utf8"),
);

/** Rooms that only we run, on what we wrote ourselves. */
const ours = new Set([
  "api-docs",
  "bench",
  "contract-tests",
  "package-tests",
  "simulator",
  "test-peers",
]);

/** Reads the sources and templates of one's own project, once in its life (decision 0033). */
const readsOwnSources = "packages/sma-emulator/src/init/";

const skipped = new Set([
  "node_modules",
  "dist",
  "reports",
  "coverage",
  "test",
  "testing",
  "scripts",
]);

/** Files of the product's source, by their paths in the repository. */
export function productSources(root) {
  const packages = readdirSync(join(root, "packages")).filter((room) => !ours.has(room));
  const files = packages.flatMap((room) => [...filesIn(root, `packages/${room}`)]);
  return files.filter((file) => !file.startsWith(readsOwnSources)).sort();
}

function* filesIn(root, folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !skipped.has(entry.name)) yield* filesIn(root, path);
    else if (/\.(m?ts|mjs)$/.test(entry.name) && !/\.(test|suite|d)\.m?ts$/.test(entry.name))
      yield path;
  }
}

/**
 * The regular expressions in a program's text: literals, and texts that are handed to RegExp.
 * @returns {{ source?: string, flags: string }[]} without source where it is put together at run time
 */
export function regularExpressionsIn(text) {
  const found = [];
  walk(parseSync(text, { syntax: "typescript", target: "es2024" }), found);
  return found;
}

function walk(node, found) {
  if (typeof node !== "object" || node === null) return;
  if (node.type === "RegExpLiteral") found.push({ source: node.pattern, flags: node.flags });
  const isCall = node.type === "NewExpression" || node.type === "CallExpression";
  if (isCall && node.callee?.type === "Identifier" && node.callee.value === "RegExp") {
    found.push(constructed(node.arguments ?? []));
  }
  for (const value of Object.values(node)) walk(value, found);
}

function constructed([source, flags]) {
  return { source: textOf(source?.expression), flags: textOf(flags?.expression) ?? "" };
}

function textOf(expression) {
  if (expression?.type === "StringLiteral") return expression.value;
  const isPlain = expression?.type === "TemplateLiteral" && expression.expressions.length === 0;
  return isPlain ? expression.quasis[0].cooked : undefined;
}

/** Milliseconds for one expression; the longest of ours takes some seconds on a busy machine. */
const timeout = 60_000;

/** What fuzzing finds, it confirms by the clock: on a busy machine that is no proof. What is slow is slow each time. */
const mostLooks = 3;

/** Why an expression may take long; `undefined`: it takes linear time. */
export async function slownessOf({ source, flags }, looks = mostLooks) {
  if (source === undefined) return "is put together at run time, and cannot be looked at";
  let diagnosis = await check(source, flags, { timeout });
  for (let look = 1; look < looks && isGuessed(diagnosis); look += 1)
    diagnosis = await check(source, flags, { timeout });
  const { status, complexity, error } = diagnosis;
  if (status === "safe") return undefined;
  return status === "vulnerable"
    ? `takes time: ${complexity.summary}`
    : `is not understood: ${error.kind}`;
}

function isGuessed({ status, checker }) {
  return status === "vulnerable" && checker === "fuzz";
}

/** What is accepted needs no proof. */
function looksAt(rule) {
  return rule ? 1 : mostLooks;
}

/** One line for each expression that is slow and not accepted, and for each that is accepted and no more there. */
export async function regularExpressionFindings({ root, files, rules = accepted }) {
  const unused = new Set(rules);
  const findings = [];
  const known = new Map();
  for (const file of files) {
    for (const expression of regularExpressionsIn(readFileSync(join(root, file), "utf8"))) {
      const text = textOfExpression(expression);
      const rule = rules.find((each) => each.file === file && each.expression === text);
      if (!known.has(text)) known.set(text, await slownessOf(expression, looksAt(rule)));
      const slowness = known.get(text);
      if (slowness === undefined) continue;
      if (rule) unused.delete(rule);
      else findings.push(`${file}: ${text} ${slowness}`);
    }
  }
  const stale = [...unused].map(
    ({ file, expression }) => `${file}: ${expression} is accepted, and not there`,
  );
  return [...findings, ...stale];
}

function textOfExpression({ source, flags }) {
  return source === undefined ? "new RegExp" : `/${source}/${flags}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const files = productSources(root);
  const findings = await regularExpressionFindings({ root, files });
  for (const finding of findings) console.error(finding);
  console.log(`${files.length} files, ${findings.length} findings`);
  if (findings.length > 0) process.exitCode = 1;
}

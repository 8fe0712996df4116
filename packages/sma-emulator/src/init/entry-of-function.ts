import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { sourceFilesBelow } from "./source-files.ts";

/** As far as the properties of one construct may reach. */
const mostCharacters = 2_000;

/**
 * The source of a `NodejsFunction` of the CDK: its `entry`, as the project's own code says it, or the file that has the
 * names of stack and construct (API reference of aws-cdk-lib, `NodejsFunctionProps.entry`). The template only knows the
 * bundle, and that is not there where nothing was bundled.
 * @param constructPath the function's `aws:cdk:path`: `Stack/…/smaHandler/Resource`
 * @returns an absolute path; undefined where there is none, or more than one that could be meant
 */
export function entryOfFunction(constructPath: string, project: string): string | undefined {
  const id = constructPath.split("/").at(-2) ?? "";
  const files = sourceFilesBelow(project).filter((file) => !file.endsWith(".py"));
  const entries = new Set(files.flatMap((file) => entriesIn(file, { id, project })));
  const [only, another] = entries;
  return another === undefined ? only : undefined;
}

interface Wanted {
  readonly id: string;
  readonly project: string;
}

function entriesIn(file: string, { id, project }: Wanted): readonly string[] {
  const text = readFileSync(file, "utf8");
  const constructs = text.matchAll(/NodejsFunction\s*\(\s*[\w.]+\s*,\s*(['"`])([^'"`]+)\1/g);
  return [...constructs].flatMap((match) => {
    if (match[2] !== id) return [];
    const start = match.index + match[0].length;
    const said = entryIn(text.slice(start, start + mostCharacters));
    const beside = file.slice(0, -extname(file).length);
    const candidates = said
      ? [project, dirname(file)].map((folder) => resolve(folder, ...said))
      : [".ts", ".js", ".mjs"].map((extension) => `${beside}.${id}${extension}`);
    return candidates.find((candidate) => existsSync(candidate)) ?? [];
  });
}

/** The parts of the path that `entry` names, also in an expression such as `path.join(__dirname, "..", "lambda/index.ts")`. */
function entryIn(text: string): readonly string[] | undefined {
  const [properties = ""] = text.split(/\bnew\s+[\w.]+Function\s*\(/);
  const expression = /\bentry\s*:([\s\S]*?)(?=,\s*\w+\s*:|,?\s*\}\s*[,)])/.exec(properties)?.[1];
  if (expression === undefined) return undefined;
  return [...expression.matchAll(/(['"`])([^'"`]*)\1/g)].map(
    ([, , part = ""]) => `./${part.replaceAll(/\$\{[^}]*\}/g, ".")}`,
  );
}

import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Whether a file reads events of the PSTN Audio service: nothing else names this field of theirs. */
export function readsCallEvents(file: string): boolean {
  return readFileSync(file, "utf8").includes("InvocationEventType");
}

/** Whether a file, or one of the project's own that it imports, reads them. */
export function importsCallEvents(file: string, seen: Set<string> = new Set()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  return readsCallEvents(file) || importsOf(file).some((each) => importsCallEvents(each, seen));
}

/** `from "./x"`, `import("./x")`, `require("../x")`, and Python's `from .x import`, `from x import`, `import x`. */
const imports =
  /(?:from|import|require)\s*\(?\s*['"](\.[^'"]*)['"]|(?:^|\n)\s*(?:from\s+\.?([\w.]+)\s+import|import\s+([\w.]+)\s*(?:\n|$|as\b))/g;

function importsOf(file: string): readonly string[] {
  return [...readFileSync(file, "utf8").matchAll(imports)].flatMap(([, path, from, module]) => {
    const target = path ?? (from ?? module ?? "").replaceAll(".", "/");
    // TypeScript may name the file that it will be compiled to.
    const base = join(dirname(file), target);
    const candidates = [base, base.replace(/\.[mc]?js$/, "")].flatMap((each) =>
      ["", ".ts", ".js", ".mjs", ".cjs", ".py", "/index.ts", "/index.js"].map(
        (extension) => each + extension,
      ),
    );
    return candidates.find((each) => existsSync(each) && statSync(each).isFile()) ?? [];
  });
}

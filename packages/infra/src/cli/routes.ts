// `pnpm routes`: a ROUTES document as it is published where routes change without a deployment; no account, no network.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileRoutes, isRoutesError } from "@skill-call/call-routing";
import { documentDigest } from "@skill-call/live-routes";
import { DeploymentError } from "../deployment/deployment-error.ts";
import { callersFolder } from "./document-path.ts";
import { sayMistakes } from "./say-mistakes.ts";

const help = `Checks a ROUTES document, and prints it with an index by which a Lambda opens 10,000 rules in milliseconds.

  npx -y pnpm@12 routes <routes.json> > filed.json
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: "boolean", short: "h" } },
});
const [file] = positionals;

if (values.help) process.stdout.write(help);
else if (file === undefined) {
  process.stderr.write(help);
  process.exitCode = 2;
} else sayMistakes(() => process.stdout.write(filed(file)));

function filed(name: string): string {
  try {
    return fileRoutes(readFileSync(resolve(callersFolder, name), "utf8"), documentDigest);
  } catch (error) {
    if (isRoutesError(error)) {
      throw new DeploymentError(error.mistakes.map(({ path, problem }) => `${path}: ${problem}`));
    }
    throw new DeploymentError([`${name} cannot be read`], { cause: error });
  }
}

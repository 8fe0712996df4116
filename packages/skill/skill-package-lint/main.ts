import { placesInRepository } from "./places.ts";
import { report } from "./report.ts";

// `pnpm lint:skill-package`: the argument is the repository's root.
const [repository = "."] = process.argv.slice(2);
const { lines, exitCode } = await report(placesInRepository(repository));
for (const line of lines) process.stdout.write(`${line}\n`);
process.exitCode = exitCode;

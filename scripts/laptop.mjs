// `pnpm demo`, `pnpm talk`, `pnpm call`, `pnpm run doctor`: builds what is not built yet, then hands over to the command line.
// Standard output belongs to the command: what the build has to say goes to standard error.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { installAll, installForFirstCall } from "./install.mjs";
import { withoutTelemetry } from "./without-telemetry.mjs";

// `pnpm demo -- --open` is typed, too, and pnpm hands on the dashes.
if (process.argv[3] === "--") process.argv.splice(3, 1);

const root = fileURLToPath(new URL("../", import.meta.url));
const parts = ["cli", "skill", "sma-handler", "connect-handler"];
// The call console shows the agent's page.
if (process.argv.includes("--open")) parts.push("context-api");
/** The doctor asks every Lambda, and infra what a deployment document comes to. */
if (process.argv[2] === "doctor") parts.push("context-api", "call-events", "infra");

/** Quiet as long as it is quick and goes well. */
async function build() {
  const turbo = createRequire(import.meta.url).resolve("turbo/bin/turbo");
  const filters = parts.map((name) => `--filter=@skill-call/${name}`);
  const child = spawn(process.execPath, [turbo, "run", "build", ...filters], {
    cwd: root,
    env: withoutTelemetry(process.env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = [];
  child.stdout.on("data", (chunk) => said.push(chunk));
  child.stderr.on("data", (chunk) => said.push(chunk));
  const notice = setTimeout(
    () => process.stderr.write("Building the Lambdas and the emulator…\n"),
    1_500,
  );
  const status = await new Promise((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  clearTimeout(notice);
  if (status === 0) return;
  process.stderr.write(Buffer.concat(said));
  process.stderr.write("\nThe build failed, see above. `npx -y pnpm@12 build` repeats it alone.\n");
  // To the doctor 1 means mistakes in what it looked at, and 2 that it could not look.
  process.exit(process.argv[2] === "doctor" ? 2 : 1);
}

/** The doctor looks at stacks: that takes the CDK. */
if (process.argv[2] === "doctor") installAll();
else installForFirstCall();
await build();
await import("../packages/cli/dist/cli.mjs");

// `node scripts/run.mjs <command> …` for the scripts of package.json: installs what is missing, and lets no tool send
// its usage anywhere.
import { spawnSync } from "node:child_process";
import { installAll } from "./install.mjs";
import { withoutTelemetry } from "./without-telemetry.mjs";

const [command = "", ...options] = process.argv.slice(2);
installAll();
const { status, error } = spawnSync(command, options, {
  stdio: "inherit",
  env: withoutTelemetry(process.env),
  // There the commands of node_modules/.bin are scripts of the shell.
  shell: process.platform === "win32",
});
if (error) throw error;
process.exitCode = status ?? 1;

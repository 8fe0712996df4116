// One run of StrykerJS, which leaves nothing behind however it ends.
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const stryker = join(root, "node_modules/.bin/stryker");
const config = fileURLToPath(new URL("stryker.config.mjs", import.meta.url));

/** In a package's folder; each run's copies of the package are in a folder in it, called by its process. */
const temporary = ".mutants";

/**
 * @param {string} folder of the package
 * @param {object} run what scripts/mutation-groups.mjs calls `mutationRun`
 * @param {number} longestMs after that it is stopped, and nothing of it counts
 * @returns {Promise<boolean>} whether it ended by itself
 * @throws when StrykerJS fails
 */
export async function runStryker(folder, run, longestMs = Number.POSITIVE_INFINITY) {
  removeWhatIsLeft(folder);
  const own = join(temporary, String(process.pid));
  let child;
  // With the processes that it has started.
  const stop = () => child && process.kill(-child.pid, "SIGKILL");
  const stopAndEnd = (signal) => {
    stop();
    remove(folder, own);
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.on("SIGINT", stopAndEnd).on("SIGTERM", stopAndEnd);
  layRepository(folder, own);
  const record = join(own, "record.json");
  layRecord(join(folder, run.record), join(folder, record), run.files);
  child = spawn(stryker, ["run", config], {
    cwd: folder,
    detached: true,
    env: {
      ...process.env,
      MUTATION_RUN: JSON.stringify({ ...run, record, temporary: join(own, "packages") }),
    },
  });
  const timer = Number.isFinite(longestMs) ? setTimeout(stop, Math.max(0, longestMs)) : undefined;
  const { status, signal, said } = await endOf(child);
  clearTimeout(timer);
  process.off("SIGINT", stopAndEnd).off("SIGTERM", stopAndEnd);
  if (status === 0) keepRecord(join(folder, record), join(folder, run.record));
  remove(folder, own);
  if (signal !== null) return false;
  if (status !== 0) throw new Error(`StrykerJS ended with ${status}:\n${said}`);
  return true;
}

/**
 * A record of StrykerJS without what has to be tried again in these files: a mistake that no test noticed, which it would
 * keep as such though a new test notices, if the mistake is there while modules load; and one that only the clock noticed.
 */
export function withoutUnnoticed({ files, ...record }, again) {
  const noticed = ({ status, statusReason }) =>
    ["Killed", "Ignored"].includes(status) || /^Hit limit/.test(statusReason ?? "");
  const kept = Object.entries(files).map(([name, file]) => [
    name,
    again.includes(name) ? { ...file, mutants: file.mutants.filter(noticed) } : file,
  ]);
  return { ...record, files: Object.fromEntries(kept) };
}

/** The run has its own, which takes the place of the package's once it is whole. */
function layRecord(of, own, files) {
  if (!existsSync(of)) return;
  const record = JSON.parse(readFileSync(of, "utf8"));
  writeFileSync(own, JSON.stringify(withoutUnnoticed(record, files)));
}

function keepRecord(own, of) {
  if (!existsSync(own)) return;
  mkdirSync(dirname(of), { recursive: true });
  copyFileSync(own, of);
}

async function endOf(child) {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data) => {
      said += data;
    });
  }
  const [status, signal] = await once(child, "close");
  return { status, signal, said };
}

/** Links to everything that stands around a package, so that tests find it from a copy as they do from the package. */
function layRepository(folder, own) {
  const place = join(folder, own);
  mkdirSync(join(place, "packages"), { recursive: true });
  const beside = namesIn(root).filter((name) => name !== "packages");
  const others = namesIn(join(root, "packages")).filter((name) => name !== basename(folder));
  for (const path of [...beside, ...others.map((name) => join("packages", name))]) {
    symlinkSync(join(root, path), join(place, path));
  }
}

/** Of runs that were killed as nobody can be warned of it. */
function removeWhatIsLeft(folder) {
  for (const name of namesIn(join(folder, temporary))) {
    if (!isAlive(Number(name))) remove(folder, join(temporary, name));
  }
}

function remove(folder, own) {
  rmSync(join(folder, own), { recursive: true, force: true });
  if (namesIn(join(folder, temporary)).length === 0) {
    rmSync(join(folder, temporary), { recursive: true, force: true });
  }
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** `NaN`, of a folder that no run of ours has made, is no process. */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

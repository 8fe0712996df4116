import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { patienceMs } from "@skill-call/test-peers/until";
import { type Checks, checkActions } from "./check-actions.ts";

export interface SippRun {
  /** Name of a scenario in `scenarios`, or the path of one, without `.xml`. */
  readonly scenario: string;
  readonly port: number;
  readonly protocol?: "UDP" | "TCP";
  /** The emulator's port, and the number called; not for callees. */
  readonly calls?: { readonly port: number; readonly number: string };
  /** What is put in for `{{name}}`. */
  readonly values?: Readonly<Record<string, string>>;
  /** What is checked at `{{name}}`. */
  readonly checks?: Readonly<Record<string, Checks>>;
}

const folder = resolve(__dirname, "../scenarios");
const defaults = {
  from: "+12045551111",
  headers: "",
  talks: "50",
  lingers: "0",
  status: "486",
  // Milliseconds until a request is sent again: never, for what is not lost is not to be said twice by a busy machine.
  t1: `${patienceMs}`,
  codecs: "0 8 101",
};
const checkPoints = { checks: [], early: [], held: [], reinvited: [] };

/** Plays a scenario once; what went wrong, in sipp's words, or nothing. */
export async function runSipp(run: SippRun): Promise<string> {
  const work = await mkdtemp(join(tmpdir(), "sipp-"));
  try {
    const scenario = join(work, "scenario.xml");
    await writeFile(scenario, filled(await scenarioText(run), run));
    const { code, output } = await sipp(argumentsOf(run, scenario), work);
    if (code === 0) return "";
    const errors = await readFile(join(work, "errors.log"), "utf8").catch(() =>
      output.slice(-2000),
    );
    return `${run.scenario} ended with ${code}: ${errors}`;
  } finally {
    await rm(work, { recursive: true });
  }
}

function scenarioText({ scenario }: SippRun): Promise<string> {
  return readFile(resolve(folder, `${scenario}.xml`), "utf8");
}

function filled(text: string, { values = {}, checks = {} }: SippRun): string {
  const points = Object.entries({ ...checkPoints, ...checks });
  const put = {
    ...defaults,
    ...values,
    ...Object.fromEntries(points.map(([name, list]) => [name, checkActions(list, name)])),
  };
  return text.replaceAll(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => (put as Record<string, string>)[name] ?? "",
  );
}

function argumentsOf({ port, protocol = "UDP", calls }: SippRun, scenario: string): string[] {
  const target = calls ? [`127.0.0.1:${calls.port}`, "-s", calls.number] : [];
  const transport = protocol === "UDP" ? "u1" : "t1";
  return [
    ...target,
    ...["-sf", scenario, "-i", "127.0.0.1", "-p", String(port), "-t", transport],
    ...["-m", "1", "-nostdin", "-timeout", `${patienceMs / 1000}s`, "-timeout_error"],
    ...["-trace_err", "-error_file", "errors.log"],
  ];
}

function sipp(
  args: readonly string[],
  cwd: string,
): Promise<{ code: number | null; output: string }> {
  const child = spawn("sipp", args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) =>
    child.once("error", reject).once("close", (code) => resolve({ code, output })),
  );
}

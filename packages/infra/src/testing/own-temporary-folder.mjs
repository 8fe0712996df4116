import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives a test run a temporary folder of its own: synthesized stacks would fill the system's. */
export default async function ownTemporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), "infra-tests-"));
  process.env.TMPDIR = folder;
  process.env.INFRA_TESTS_FOLDER = folder;
}

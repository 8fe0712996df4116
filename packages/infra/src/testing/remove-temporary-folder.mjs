import { rm } from "node:fs/promises";

/** Removes what own-temporary-folder.mjs made, and nothing else. */
export default async function removeTemporaryFolder() {
  const { INFRA_TESTS_FOLDER: folder } = process.env;
  if (folder) await rm(folder, { recursive: true, force: true });
}

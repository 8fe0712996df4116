import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Places, placesInRepository } from "../places.ts";

/** The files that the lint reads, in a folder of their own, so that a test may spoil them. */
export interface RepositoryCopy {
  readonly root: string;
  readonly places: Places;
  /** Replaces one file; the path is relative to the root. */
  write(file: string, text: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** Deletes the copy. */
  close(): Promise<void>;
}

/** Amazon's schemas are the same for every copy. */
const { smapiChecks } = placesInRepository(resolve("../.."));

/** Copies the skill package as it is, with routes that fit it. */
export async function repositoryCopy(): Promise<RepositoryCopy> {
  const root = await mkdtemp(join(tmpdir(), "skill-package-"));
  const write = (file: string, text: string) => writeFile(join(root, file), text);
  await cp("../../skill-package", join(root, "skill-package"), { recursive: true });
  await cp("../../call-form.json", join(root, "call-form.json"));
  await cp("../../words", join(root, "words"), { recursive: true });
  await cp("safety-phrases", join(root, "packages/skill/safety-phrases"), { recursive: true });
  await symlink(resolve("node_modules"), join(root, "packages/skill/node_modules"));
  await mkdir(join(root, "packages/sma-handler"));
  await write("packages/sma-handler/routes.example.json", '{"rules":[]}');
  return {
    root,
    places: { ...placesInRepository(root), smapiChecks },
    write,
    remove: (file) => rm(join(root, file)),
    close: () => rm(root, { recursive: true }),
  };
}

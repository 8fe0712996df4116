import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { run } from "./run.ts";

const shared = ["call-context", "call-form", "call-routing", "contact-flow", "pstn-audio"];

/**
 * Packs packages as they would be published, and answers the tarballs' paths. With `PACKED_TARBALLS`, a folder, they are those
 * that lie there: what a release is about to publish.
 * @param rooms folders of packages/; the shared packages without it
 */
export async function pack(folder: string, rooms: readonly string[] = shared): Promise<string[]> {
  const { PACKED_TARBALLS: packed } = process.env;
  if (packed) return rooms.map((room) => tarballOf(room, packed));
  const printed = await Promise.all(
    rooms.map((name) =>
      run(resolve("..", name), "pnpm", "pack", "--json", "--pack-destination", folder),
    ),
  );
  return printed.map((json) => JSON.parse(json.slice(json.indexOf("{"))).filename);
}

function tarballOf(room: string, folder: string): string {
  const { name } = JSON.parse(readFileSync(resolve("..", room, "package.json"), "utf8"));
  const start = name.replace("@", "").replace("/", "-");
  const isOf = new RegExp(`^${start}-\\d.*\\.tgz$`);
  const file = readdirSync(folder).find((each) => isOf.test(each));
  if (file === undefined) throw new Error(`${folder} has no tarball of ${name}`);
  return join(folder, file);
}

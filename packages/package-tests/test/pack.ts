import { resolve } from "node:path";
import { run } from "./run.ts";

const shared = ["call-context", "call-form", "call-routing", "contact-flow", "pstn-audio"];

/** Packs the shared packages as they would be published, and answers the tarballs' paths. */
export async function pack(folder: string): Promise<string[]> {
  const printed = await Promise.all(
    shared.map((name) =>
      run(resolve("..", name), "pnpm", "pack", "--json", "--pack-destination", folder),
    ),
  );
  return printed.map((json) => JSON.parse(json).filename);
}

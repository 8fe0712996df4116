import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ApiUnderTest } from "./api-under-test.ts";

/** Fetches a document of the API into a folder, as a team does that generates a client. */
export async function download(
  { url }: Pick<ApiUnderTest, "url">,
  path: string,
  folder: string,
): Promise<string> {
  const response = await fetch(url + path);
  const file = join(folder, path.slice(1));
  writeFileSync(file, await response.text());
  return file;
}

import { expect, test } from "@jest/globals";
import { type BuildResult, build, type Platform } from "esbuild";

/** What a bundle of one import holds and costs, as whoever uses the package builds it. */
async function bundle(
  statement: string,
  platform: Platform,
): Promise<BuildResult & { text: string }> {
  const result = await build({
    stdin: { contents: statement, resolveDir: __dirname, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return { ...result, text: result.outputFiles[0]?.text ?? "" };
}

/** Octets of minified JavaScript. */
const most = 2_048;

const exported = (entry: string, names: string) => `export { ${names} } from "../src/${entry}.ts";`;

test.each<[string, Platform]>(
  [
    exported("user-to-user", "contextIdFromUserToUser"),
    exported("user-to-user", "parseUserToUser"),
    exported("user-to-user", "encodeContextId, uriWithUserToUser"),
    exported("user-to-user", "sendableUserToUser"),
    'export * from "../src/model.ts";',
  ].flatMap((statement): [string, Platform][] => [
    [statement, "node"],
    [statement, "browser"],
  ]),
)("%s costs at most 2 KB for %s", async (statement, platform) => {
  const { text, metafile } = await bundle(statement, platform);
  expect(text.length).toBeGreaterThan(50);
  expect(text.length).toBeLessThanOrEqual(most);
  const files = Object.keys(metafile?.inputs ?? {});
  expect(files.filter((file) => file.includes("node_modules"))).toEqual([]);
  expect(Object.values(metafile?.outputs ?? {}).flatMap(({ imports }) => imports)).toEqual([]);
});

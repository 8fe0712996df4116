// What CONTRIBUTING says of "Where does it go?", tried out: a pretend destination, call starter and action are added to
// a copy of the repository, and the compiler names every place that must know of it; a pretend locale and field are
// added to the call form, and its reader says what is missing.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { insertBefore, scratchCopy } from "./scratch-copy.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const compiler = createRequire(import.meta.url).resolve("typescript/package.json");
const tsc = join(compiler, "../bin/tsc");

describe("what is added to a copy does not compile before each place knows of it", () => {
  let copy;
  before(() => {
    copy = scratchCopy(root);
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  /** Those of these files of a room that compile all the same. */
  function silent(room, ...files) {
    const cwd = join(copy, "packages", room);
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [tsc, "--noEmit", "--singleThreaded", "--pretty", "false"],
        { cwd },
        (_, stdout) => {
          const found = [...stdout.matchAll(/^([^.(\s][^(\n]*)\(\d+,\d+\): error/gm)];
          const broken = new Set(found.map(([, file]) => file));
          resolve(files.filter((file) => !broken.has(file)));
        },
      );
    });
  }
  const add = (file, place, text) => insertBefore(join(copy, "packages", file), place, text);

  test("a kind of destination", async () => {
    const file = "call-routing/src/destination.ts";
    add(file, "  readonly pstn: PhoneNumber", "  readonly pigeon: { readonly loft: string };\n");
    add(file, '"queue"] as const', '"pigeon", ');
    const places = ["destination-kinds", "destination-shapes", "served-destinations"];
    assert.deepEqual(await silent("call-routing", ...places.map((name) => `src/${name}.ts`)), []);
    assert.deepEqual(await silent("sma-handler", "src/destinations/destination-kinds.ts"), []);
    assert.deepEqual(await silent("connect-handler", "src/destination-kinds.ts"), []);
  });

  test("a way to start a call", async () => {
    const place = "] as const;\nexport type CallStarterName";
    add("call-context/src/call-context.ts", place, '  "carrier-pigeon",\n');
    assert.deepEqual(await silent("skill", "src/config/starter-config.ts"), []);
    assert.deepEqual(await silent("laptop", "src/lambdas/lambda-environments.ts"), []);
    assert.deepEqual(await silent("infra", "src/deployment/sections.ts"), []);
    // What those places are told of leads on to who starts the call, and to what it may do.
    add(
      "skill/src/config/starter-config.ts",
      '  | { readonly name: "skill-call"',
      '  | { readonly name: "carrier-pigeon" }\n',
    );
    assert.deepEqual(await silent("skill", "src/calls/create-call-starter.ts"), []);
    const section = '  "carrier-pigeon": v.strictObject({ type: v.literal("carrier-pigeon") }),\n';
    add("infra/src/deployment/sections.ts", '  "skill-call": v.strictObject', section);
    const rights = ["src/lambda/skill-environment.ts", "src/stacks/skill-stack.ts"];
    assert.deepEqual(await silent("infra", ...rights), []);
  });

  test("an action of the PSTN Audio service", async () => {
    const file = "pstn-audio/src/actions/action.ts";
    const type = 'interface WhistleAction { Type: "Whistle"; Parameters: { Tune: string } }\n';
    add(file, "/** The actions whose", type);
    add(file, "  readonly CallAndBridge:", "  readonly Whistle: WhistleAction;\n");
    const places = ["src/actions/action-rules-by-name.ts", "test/sample-actions.ts"];
    assert.deepEqual(await silent("pstn-audio", ...places), []);
    assert.deepEqual(await silent("sma-emulator", "src/service/actions/action-table.ts"), []);
  });
});

describe("the call form says what a new row of it lacks", () => {
  let readCallForm;
  before(async () => {
    const { outputFiles } = await build({
      entryPoints: [join(root, "packages/call-form/src/index.ts")],
      bundle: true,
      platform: "node",
      format: "esm",
      write: false,
    });
    const source = Buffer.from(outputFiles[0].contents).toString("base64");
    ({ readCallForm } = await import(`data:text/javascript;base64,${source}`));
  });
  const read = (file) => JSON.parse(readFileSync(join(root, file), "utf8"));
  const form = read("call-form.json");
  const words = Object.fromEntries(
    form.locales.map((locale) => [locale, read(`words/${locale}.json`)]),
  );
  const lacking = (changed) => {
    try {
      readCallForm({ form: { ...form, ...changed }, words });
      return [];
    } catch (error) {
      return error.message.split("\n").slice(1);
    }
  };

  test("nothing, as it is", () => assert.deepEqual(lacking({}), []));

  test("a locale: its words", () => {
    assert.deepEqual(lacking({ locales: [...form.locales, "en-GB"] }), [
      "- words/en-GB.json: is missing",
    ]);
  });

  test("a field: what callers call it, in every locale", () => {
    const field = { id: "orderNumber", kind: "number" };
    assert.deepEqual(
      lacking({ fields: [...form.fields, field] }),
      form.locales.map(
        (locale) =>
          `- words/${locale}.json /fields/orderNumber/called: is missing: what do callers call orderNumber?`,
      ),
    );
  });
});

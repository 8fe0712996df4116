import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { aSkillPackage } from "../skill-package-lint/testing/a-skill-package.ts";
import { checkIcons } from "./check-icons.ts";
import { pngSize } from "./png-size.ts";

const images = "../../skill-package/assets/images";
const folder = mkdtempSync(join(tmpdir(), "icons-"));

beforeAll(() => {
  mkdirSync(join(folder, "assets/images"), { recursive: true });
  for (const name of ["icon-108.png", "icon-512.png", "icon.svg"])
    writeFileSync(join(folder, "assets/images", name), readFileSync(join(images, name)));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The messages about en-US alone. */
function messages(icons: { smallIconUri?: string; largeIconUri?: string }): string[] {
  const spoilt = aSkillPackage(({ manifest }) => {
    const locales = manifest.manifest?.publishingInformation?.locales;
    Object.assign(locales?.["en-US"] ?? {}, icons);
    delete locales?.["fr-CA"];
  });
  return checkIcons(spoilt, folder).map(({ message }) => message);
}

const small = "file://assets/images/icon-108.png";
const large = "file://assets/images/icon-512.png";

test("icons of the right sizes are right", () => {
  expect(messages({ smallIconUri: small, largeIconUri: large })).toEqual([]);
});

test("icons in each other's place are found with both sizes", () => {
  expect(messages({ smallIconUri: large, largeIconUri: small })).toEqual([
    "must be 108×108 pixels and is 512×512",
    "must be 512×512 pixels and is 108×108",
  ]);
});

test("missing icons, and files that are no PNG, are found", () => {
  expect(messages({ smallIconUri: "file://assets/images/icon.svg" })).toEqual([
    "there is no PNG at file://assets/images/icon.svg",
    "a PNG of 512×512 is needed",
  ]);
  expect(messages({ smallIconUri: "file://assets/images/none.png", largeIconUri: large })).toEqual([
    "there is no PNG at file://assets/images/none.png",
  ]);
});

test("an icon is in the package's images or on the web", () => {
  expect(
    messages({ smallIconUri: "icon-108.png", largeIconUri: "https://acme.com/512.png" }),
  ).toEqual(["must be file://assets/images/… or https://…"]);
});

test("a PNG that is cut short has no size", () => {
  expect(pngSize(readFileSync(join(images, "icon-108.png")).subarray(0, 20))).toBeUndefined();
});

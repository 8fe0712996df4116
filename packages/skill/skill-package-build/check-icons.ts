import { readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import type { Finding } from "../skill-package-lint/finding.ts";
import type { SkillPackage } from "../skill-package-lint/skill-package.ts";
import { pngSize } from "./png-size.ts";

/** What the skill store asks for, in pixels. */
const sizes = { smallIconUri: 108, largeIconUri: 512 } as const;

/** What is wrong about the icons that lie in the package; icons that are served elsewhere cannot be seen from here. */
export function checkIcons({ manifest }: SkillPackage, skillPackageFolder: string): Finding[] {
  const locales = manifest.content.manifest?.publishingInformation?.locales ?? {};
  return Object.entries(locales).flatMap(([locale, texts]) =>
    (["smallIconUri", "largeIconUri"] as const).flatMap((key) => {
      const problem = iconProblem(texts[key], sizes[key], skillPackageFolder);
      const path = ["manifest", "publishingInformation", "locales", locale, key];
      return problem ? [{ file: manifest.file, path, rule: "icons", message: problem }] : [];
    }),
  );
}

function iconProblem(uri: string | undefined, size: number, folder: string): string | undefined {
  if (uri === undefined) return `a PNG of ${size}×${size} is needed`;
  if (uri.startsWith("https://")) return undefined;
  if (!uri.startsWith("file://assets/images/"))
    return "must be file://assets/images/… or https://…";
  const actual = sizeOf(join(folder, normalize(uri.slice("file://".length))));
  if (actual === undefined) return `there is no PNG at ${uri}`;
  const { width, height } = actual;
  return width === size && height === size
    ? undefined
    : `must be ${size}×${size} pixels and is ${width}×${height}`;
}

function sizeOf(file: string) {
  try {
    return pngSize(readFileSync(file));
  } catch {
    return undefined;
  }
}

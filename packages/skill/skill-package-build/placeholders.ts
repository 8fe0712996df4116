import { type JsonPath, jsonPath } from "../skill-package-lint/finding.ts";
import type { SkillPackage } from "../skill-package-lint/skill-package.ts";

/** Reserved for examples (RFC 2606): nobody's privacy policy is there. */
const exampleHost = /\bexample\.(com|org|net)\b/i;
const exampleName = /\bexample support\b/i;

/** What is still the sample's own and a certification would refuse, one line for each kind. */
export function placeholders({ manifest, models }: SkillPackage): string[] {
  const texts = [manifest, ...models].flatMap(({ file, content }) =>
    [...textsIn(content)].map(({ path, text }) => ({ place: `${file} ${jsonPath(path)}`, text })),
  );
  const places = (pattern: RegExp) =>
    texts.filter(({ text }) => pattern.test(text)).map(({ place }) => place);
  return [
    ...warning("example.com", places(exampleHost), "--privacy-url, --terms-url"),
    ...warning("“Example Support”", places(exampleName), "--name, --invocation-name"),
  ];
}

function warning(what: string, places: readonly string[], options: string): string[] {
  const [first] = places;
  if (first === undefined) return [];
  const times = places.length === 1 ? "once" : `${places.length} times`;
  return [`${what} is still there, ${times}, first at ${first} (${options})`];
}

function* textsIn(value: unknown, path: JsonPath = []): Iterable<{ path: JsonPath; text: string }> {
  if (typeof value === "string") yield { path, text: value };
  if (value === null || typeof value !== "object") return;
  for (const [key, each] of Object.entries(value))
    yield* textsIn(each, [...path, Array.isArray(value) ? Number(key) : key]);
}

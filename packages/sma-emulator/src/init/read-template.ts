import { readFile } from "node:fs/promises";
import { type CollectionTag, parseDocument, type ScalarTag, YAMLMap, YAMLSeq } from "yaml";

/** A map of a template, of which nothing is known yet. */
export type RawMap = Readonly<Record<string, unknown>>;

/** A CloudFormation or SAM template as it was written; functions such as `!Sub` in their long form. */
export interface Template {
  /** Absolute path. */
  readonly file: string;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly parameters: Readonly<Record<string, RawMap>>;
  readonly mappings: RawMap;
  readonly conditions: RawMap;
  readonly outputs: Readonly<Record<string, RawMap>>;
  /** SAM's `Globals.Function`. */
  readonly functionDefaults: RawMap;
}

export interface Resource {
  readonly type: string;
  readonly properties: RawMap;
  readonly metadata: RawMap;
}

/**
 * Reads a template in JSON or YAML.
 * @throws {Error} when it is neither
 */
export async function readTemplate(file: string): Promise<Template> {
  const document = parseDocument(await readFile(file, "utf8"), { customTags: shortForms });
  const [mistake] = document.errors;
  if (mistake) throw mistake;
  const raw = mapOf(document.toJS());
  return {
    file,
    resources: mapValues(mapOf(raw.Resources), resourceOf),
    parameters: mapValues(mapOf(raw.Parameters), mapOf),
    mappings: mapOf(raw.Mappings),
    conditions: mapOf(raw.Conditions),
    outputs: mapValues(mapOf(raw.Outputs), mapOf),
    functionDefaults: mapOf(mapOf(raw.Globals).Function),
  };
}

/** CloudFormation has no resources of its own for telephony: projects write custom ones. */
export function isCustom({ type }: Resource): boolean {
  return /^Custom::|^AWS::CloudFormation::CustomResource$/.test(type);
}

export function mapOf(value: unknown): RawMap {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as RawMap)
    : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function mapValues<From, To>(
  map: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

function resourceOf(raw: unknown): Resource {
  const { Type, Properties, Metadata } = mapOf(raw);
  return { type: String(Type), properties: mapOf(Properties), metadata: mapOf(Metadata) };
}

/** User guide of CloudFormation, "Intrinsic function reference". */
const functions = [
  "And",
  "Base64",
  "Cidr",
  "Equals",
  "FindInMap",
  "GetAtt",
  "GetAZs",
  "If",
  "ImportValue",
  "Join",
  "Length",
  "Not",
  "Or",
  "Select",
  "Split",
  "Sub",
  "ToJsonString",
  "Transform",
] as const;

const longNames = new Map<string, string>([
  ...functions.map((name) => [`!${name}`, `Fn::${name}`] as const),
  ["!Ref", "Ref"],
  ["!Condition", "Condition"],
]);

const shortForms = [...longNames].flatMap(([tag, key]): (ScalarTag | CollectionTag)[] => [
  { tag, resolve: (text: string) => ({ [key]: key === "Fn::GetAtt" ? dotted(text) : text }) },
  {
    tag,
    collection: "seq",
    resolve: (seq) => ({ [key]: seq instanceof YAMLSeq ? seq.toJSON() : [] }),
  },
  {
    tag,
    collection: "map",
    resolve: (map) => ({ [key]: map instanceof YAMLMap ? map.toJSON() : {} }),
  },
]);

/** `Function.Arn`, and `Nested.Outputs.Name`. */
function dotted(text: string): readonly string[] {
  const dot = text.indexOf(".");
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

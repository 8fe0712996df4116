import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { findHandler } from "@skill-call/lambda-runner";
import { entryOfFunction } from "./entry-of-function.ts";
import { listOf, mapOf, type RawMap, type Resource } from "./read-template.ts";
import { readsCallEvents } from "./reads-call-events.ts";
import { sourceOfAsset } from "./source-of-asset.ts";
import { functionArn, type Stack } from "./stacks.ts";

/** A Lambda of a template. */
export interface TemplateFunction {
  readonly name: string;
  readonly arn: string;
  /** Of `emulator.json`. */
  readonly lambda: LambdaEntry;
  readonly isPython: boolean;
  /** Its code is in the project. */
  readonly isThere: boolean;
  /** The handler reads events of the PSTN Audio service. */
  readonly readsCallEvents: boolean;
  /** What could not be mapped, in words. */
  readonly open: readonly string[];
}

export interface LambdaEntry {
  readonly file: string;
  readonly handler: string;
  readonly runtime?: string;
  readonly timeoutSeconds?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface FunctionPlaces {
  /** Where `emulator.json` will be: paths are relative to it. */
  readonly folder: string;
}

type FunctionFacts = Omit<TemplateFunction, "name" | "arn">;

const types = ["AWS::Lambda::Function", "AWS::Serverless::Function"];

/** The Lambdas that a stack's developer wrote: those that serve custom resources alone are left out. */
export function functionsOf(stack: Stack, places: FunctionPlaces): readonly TemplateFunction[] {
  const { resources } = stack.template;
  const providers = providersIn(stack);
  return Object.entries(resources).flatMap(([id, resource]) => {
    if (!types.includes(resource.type) || providers.has(id)) return [];
    const name = stack.values.text({ Ref: id }) ?? id;
    const facts = functionOf(stack, resource, places);
    return [{ name, arn: functionArn(name), ...facts }];
  });
}

function providersIn({ template }: Stack): ReadonlySet<string> {
  const tokens = Object.values(template.resources).flatMap(({ properties }) => [
    properties.ServiceToken,
    ...Object.entries(mapOf(mapOf(properties.Environment).Variables)).flatMap(([name, value]) =>
      // What the CDK's provider framework calls.
      /^USER_\w+_FUNCTION_ARN$/.test(name) ? [value] : [],
    ),
  ]);
  const known = Object.keys(template.resources).filter((id) =>
    /^(Custom|LogRetention|AWS[0-9a-f]{8}|BucketNotificationsHandler|.*framework(onEvent|isComplete|onTimeout))/.test(
      id,
    ),
  );
  return new Set([
    ...tokens.flatMap((token) => listOf(mapOf(token)["Fn::GetAtt"]).map(String)),
    ...known,
  ]);
}

function functionOf(stack: Stack, resource: Resource, { folder }: FunctionPlaces): FunctionFacts {
  const properties: RawMap = { ...stack.template.functionDefaults, ...resource.properties };
  const text = (key: string) => stack.values.text(properties[key]);
  const { handler, place } = placeOf(stack, resource, text("Handler") ?? "index.handler", folder);
  const file = place && findHandler(place, handler).file;
  const { environment, open } = environmentOf(stack, properties);
  const runtime = runtimeOf(text("Runtime"));
  const timeout = text("Timeout");
  return {
    lambda: {
      file: place === undefined ? "./" : pathFrom(folder, place),
      handler,
      ...(runtime.name !== undefined && { runtime: runtime.name }),
      ...(timeout !== undefined && { timeoutSeconds: Math.min(Number(timeout), 900) }),
      ...(Object.keys(environment).length > 0 && { environment }),
    },
    isPython: /^python/.test(text("Runtime") ?? ""),
    isThere: file !== undefined && existsSync(file),
    readsCallEvents: file !== undefined && existsSync(file) && readsCallEvents(file),
    open: [
      ...(place === undefined ? ["its code is not in this project: name it in lambda.file"] : []),
      ...(file !== undefined && !existsSync(file) ? [`there is no ${pathFrom(folder, file)}`] : []),
      ...runtime.open,
      ...(listOf(properties.Layers).length > 0
        ? ["its layers: install beside it what they bring along"]
        : []),
      ...open,
    ],
  };
}

/** Where a function's code is in the project, and the name of its handler there. */
function placeOf(stack: Stack, resource: Resource, handler: string, folder: string) {
  const code = codeFolder(stack, resource);
  const place = code === undefined ? undefined : sourceOfAsset({ code, handler, project: folder });
  if (place !== undefined && existsSync(findHandler(place, handler).file))
    return { handler, place };
  const entry = entryOfFunction(String(resource.metadata["aws:cdk:path"] ?? ""), folder);
  if (entry === undefined) return { handler, place };
  return { handler: handler.slice(handler.indexOf(".") + 1), place: entry };
}

/** Relative, as `emulator.json` has it. */
export function pathFrom(folder: string, path: string): string {
  return `./${relative(folder, path)}`;
}

/** Of the CDK an asset beside the template, of SAM the CodeUri; undefined where the code is elsewhere. */
function codeFolder({ template, values }: Stack, { properties, metadata }: Resource) {
  const beside = dirname(template.file);
  const asset = metadata["aws:asset:path"];
  if (typeof asset === "string") return resolve(beside, asset);
  const { CodeUri, Code } = properties;
  if (typeof CodeUri === "string" && !/^s3:/.test(CodeUri)) return resolve(beside, CodeUri);
  const local = typeof Code === "string" ? Code : undefined;
  if (local !== undefined) return resolve(beside, local);
  const key = values.text(mapOf(Code).S3Key);
  const unpacked = key && join(beside, `asset.${key.replace(/\.zip$/, "")}`);
  if (unpacked && existsSync(unpacked)) return unpacked;
  return CodeUri === undefined && Code === undefined ? beside : undefined;
}

function environmentOf({ template, values }: Stack, properties: RawMap) {
  const variables = {
    ...mapOf(mapOf(template.functionDefaults.Environment).Variables),
    ...mapOf(mapOf(properties.Environment).Variables),
  };
  const read = Object.entries(variables).map(
    ([name, value]) => [name, values.text(value)] as const,
  );
  const unknown = read.filter(([, value]) => value === undefined);
  return {
    environment: Object.fromEntries(read.map(([name, value]) => [name, value ?? ""])),
    open: unknown.map(
      ([name]) =>
        `${name}: ${JSON.stringify(variables[name])} is only known once it is deployed; it is "" now`,
    ),
  };
}

interface MappedRuntime {
  readonly name?: string;
  readonly open: readonly string[];
}

/** What it runs as here; without a name as the emulator's default for its kind of file. */
function runtimeOf(runtime = ""): MappedRuntime {
  if (runtime === "nodejs24.x") return { name: runtime, open: [] };
  if (/^(nodejs|python3|$)/.test(runtime)) return { open: [] };
  const open = `runtime ${runtime}: run it with sam local start-lambda, and name that in lambda.endpoint`;
  return { open: [open] };
}

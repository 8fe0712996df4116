import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ConfigError } from "@skill-call/lambda-config";
import * as v from "valibot";

const labelSchema = v.object({
  /** Of the field in the context. */
  id: v.string(),
  /** How its values are shown. */
  kind: v.optional(v.string(), "text"),
  label: v.string(),
  /** Whether it takes `call-context:read-pii` to see it whole; without a word it does. */
  sensitive: v.optional(v.boolean(), true),
  /** What its values are called, where it has a list of them. */
  values: v.optional(v.record(v.string(), v.string()), {}),
});

/** By locale, in the order in which the page shows them; as `fieldLabelsOf` of call-form makes them. */
const labelsSchema = v.record(v.string(), v.array(labelSchema));
export type FieldLabels = v.InferOutput<typeof labelsSchema>;

/** Stands beside the Lambda where a team's fields have labels. */
const usualName = "labels.json";

/**
 * The labels of a team's own fields; none where no file is named and none stands beside the Lambda.
 * @throws {ConfigError} when the file cannot be read or does not fit
 */
export function readFieldLabels(
  file: string | undefined,
  folder = process.env.LAMBDA_TASK_ROOT ?? process.cwd(),
): FieldLabels {
  const text = textOf(resolve(folder, file ?? usualName), file !== undefined);
  if (text === undefined) return {};
  try {
    return v.parse(labelsSchema, JSON.parse(text));
  } catch {
    throw mistake(
      'must be labels by locale; example: {"en-US": [{"id": "plan", "label": "Plan", "sensitive": false}]}',
    );
  }
}

function textOf(path: string, isNeeded: boolean): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    if (isNeeded) throw mistake("must be a file that can be read; example: labels.json");
    return undefined;
  }
}

function mistake(problem: string): ConfigError {
  const starting = { code: "context-api.config", lambda: "The context API" } as const;
  return new ConfigError(starting, [{ variable: "AGENT_LABELS_FILE", problem }]);
}

/** The fields that everybody who may read sees whole. */
export function openFields(labels: FieldLabels): ReadonlySet<string> {
  const open = Object.values(labels).flat();
  return new Set(open.filter(({ sensitive }) => !sensitive).map(({ id }) => id));
}

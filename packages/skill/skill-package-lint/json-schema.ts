import { Ajv, type ErrorObject } from "ajv";
import { type Finding, stepsOf } from "./finding.ts";

/** Says what in a file does not fit its schema. */
export type SchemaCheck = (file: string, content: unknown) => Finding[];

/** A check against one JSON Schema. */
export function schemaCheck(schema: object): SchemaCheck {
  // The published formats are prose ("ISO 4217 format"): nothing a validator could check.
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  const validate = ajv.compile(schema);
  return (file, content) => {
    validate(content);
    return (validate.errors ?? []).map((error) => finding(error, file));
  };
}

function finding(error: ErrorObject, file: string): Finding {
  const unknown = error.params.additionalProperty;
  const message = `${error.message}${unknown ? `: "${unknown}"` : ""}`;
  return { file, path: stepsOf(error.instancePath), rule: "schema", message };
}

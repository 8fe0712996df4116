/** What `ROUTES_SOURCE` names, besides a file of the deployment. */
export type SourceName =
  | { readonly kind: "s3"; readonly bucket: string; readonly key: string }
  | {
      readonly kind: "appconfig";
      readonly application: string;
      readonly environment: string;
      readonly configuration: string;
    }
  /** The attribute `document` of the item whose partition key `id` has this value. */
  | { readonly kind: "dynamodb"; readonly table: string; readonly id: string };

const s3 = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/;
const appConfig = /^appconfig:([\w.-]+)\/([\w.-]+)\/([\w.-]+)$/;
const dynamoDb =
  /^dynamodb:((?:arn:aws[\w-]*:dynamodb:[\w-]+:\d{12}:table\/)?[\w.-]{3,255})\/([\w.-]{1,255})$/;

/** Of each kind, as mistakes show it. */
export const sourceExamples =
  "file:routes.json, s3://bucket/routes.json, appconfig:application/environment/configuration, dynamodb:table/id";

/** The source that a text names; `undefined` where it names none. */
export function sourceNameIn(text: string): SourceName | undefined {
  const [, bucket, key] = s3.exec(text) ?? [];
  if (bucket !== undefined && key !== undefined) return { kind: "s3", bucket, key };
  const [, application, environment, configuration] = appConfig.exec(text) ?? [];
  if (application !== undefined && environment !== undefined && configuration !== undefined) {
    return { kind: "appconfig", application, environment, configuration };
  }
  const [, table, id] = dynamoDb.exec(text) ?? [];
  return table === undefined || id === undefined ? undefined : { kind: "dynamodb", table, id };
}

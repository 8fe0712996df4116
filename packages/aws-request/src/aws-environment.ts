/** What of the environment is read, by the SDK's own names. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A service of AWS. */
export interface AwsService {
  /** As it stands in its host name and in signatures, such as `dynamodb`. */
  readonly name: string;
  /** As it stands in `AWS_ENDPOINT_URL_…`, such as `DYNAMODB`. */
  readonly variable: string;
}

/**
 * The credentials of the function's role, which AWS Lambda hands on in the environment.
 * @throws {Error} when there are none
 */
export function credentialsIn(environment: Environment): AwsCredentials {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = environment;
  if (!accessKeyId || !secretAccessKey) {
    throw new Error("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set");
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

/**
 * The Region.
 * @throws {Error} when there is none
 */
export function regionIn(environment: Environment): string {
  const region = environment.AWS_REGION || environment.AWS_DEFAULT_REGION;
  if (!region) throw new Error("AWS_REGION is not set");
  return region;
}

/** Where a service is: `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, or its endpoint in the Region. */
export function endpointIn(environment: Environment, { name, variable }: AwsService): URL {
  const configured =
    environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === "true"
      ? undefined
      : environment[`AWS_ENDPOINT_URL_${variable}`] || environment.AWS_ENDPOINT_URL;
  if (configured) return new URL(configured);
  const region = regionIn(environment);
  const isFips = environment.AWS_USE_FIPS_ENDPOINT === "true";
  return new URL(`https://${name}${isFips ? "-fips" : ""}.${region}.${suffixOf(region)}`);
}

/** Of the Region's partition. */
function suffixOf(region: string): string {
  if (region.startsWith("cn-")) return "amazonaws.com.cn";
  if (region.startsWith("us-iso-")) return "c2s.ic.gov";
  if (region.startsWith("us-isob-")) return "sc2s.sgov.gov";
  return "amazonaws.com";
}

import type { AwsAnswer, AwsRequest } from "./fake-aws.ts";

interface Settings {
  Description?: string;
  CodeSha256: string;
  Role: string;
  Environment: { Variables: Record<string, string> };
}

/** AWS Lambda's API as far as one function, its versions and its alias `live` go (API reference, 2015-03-31). */
export class FakeLambdaApi {
  readonly name: string;
  /** By version; `$LATEST` is what the next one is made of. */
  readonly settings = new Map<string, Settings>();
  alias = { FunctionVersion: "1", RevisionId: "first", RoutingConfig: {} as object };
  /** Operations that changed something, and the invocations, in order. */
  readonly calls: string[] = [];
  /** What a version answers; the default hangs up, which is sound. */
  answers: (version: string, event: unknown) => AwsAnswer = () => ({ body: sound });
  /** The next operation of this name is refused so. */
  refusal: { readonly operation: string; readonly code: string } | undefined;

  constructor(name: string, versions: readonly Partial<Settings>[]) {
    this.name = name;
    const complete = (settings: Partial<Settings>): Settings => ({
      CodeSha256: "code",
      Role: "arn:aws:iam::123456789012:role/one",
      Environment: { Variables: { ROUTES: "{}", STAGE: "prod" } },
      ...settings,
    });
    versions.forEach((each, index) => void this.settings.set(String(index + 1), complete(each)));
    this.settings.set("$LATEST", complete(versions.at(-1) ?? {}));
    this.alias.FunctionVersion = String(versions.length);
  }

  readonly answer = (request: AwsRequest): AwsAnswer => {
    const { method, path, body } = request;
    const url = new URL(path, "http://aws");
    const [, , , named = "", ...rest] = url.pathname.split("/").map(decodeURIComponent);
    const operation = `${method} ${rest.join("/")}`.trim();
    if (method !== "GET") this.calls.push(operation);
    if (this.refusal?.operation === operation) {
      const { code } = this.refusal;
      this.refusal = undefined;
      const headers = { "x-amzn-errortype": code };
      return { status: 400, headers, body: { message: "refused" } };
    }
    if (named === "") return { body: { Functions: [{ FunctionName: this.name }] } };
    const [, version = url.searchParams.get("Qualifier") ?? "$LATEST"] = named.split(":");
    return this.#carriedOut(operation, { version, body: body as Record<string, never> });
  };

  #carriedOut(operation: string, { version, body }: Asked): AwsAnswer {
    switch (operation) {
      case "GET aliases/live":
        return { body: this.alias };
      case "PUT aliases/live":
        if (body.RevisionId !== this.alias.RevisionId) return preconditionFailed;
        this.alias = { ...this.alias, ...body, RevisionId: "next" };
        return { body: this.alias };
      case "GET versions":
        return {
          body: { Versions: [...this.settings].map(([Version, each]) => ({ Version, ...each })) },
        };
      case "POST versions": {
        const Version = String(this.settings.size);
        this.settings.set(Version, { ...this.#latest(), ...body });
        return { status: 201, body: { Version } };
      }
      case "GET configuration":
        return { body: { FunctionName: this.name, ...this.settings.get(version) } };
      case "PUT configuration":
        this.settings.set("$LATEST", { ...this.#latest(), ...body });
        return { body: {} };
      case "POST invocations":
        return this.answers(version, body);
      default:
        return { body: { Configuration: { State: "Active", LastUpdateStatus: "Successful" } } };
    }
  }

  #latest(): Settings {
    return this.settings.get("$LATEST") as Settings;
  }
}

interface Asked {
  readonly version: string;
  readonly body: Readonly<Record<string, never>>;
}

const preconditionFailed = {
  status: 412,
  headers: { "x-amzn-errortype": "PreconditionFailedException" },
  body: { message: "The revision is another" },
};

const sound = {
  SchemaVersion: "1.0",
  Actions: [{ Type: "Hangup", Parameters: { SipResponseCode: "0", ParticipantTag: "LEG-A" } }],
};

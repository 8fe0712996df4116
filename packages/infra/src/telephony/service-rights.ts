import { type Destination, readRoutes } from "@skill-call/call-routing";
import { Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, type Role } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { SmaDeployment } from "../deployment/deployment.ts";

/** One right that the `auth` of a destination needs. */
interface ServiceRight {
  readonly action: string;
  /** A secret's ARN, or what is called in this account. */
  readonly on: string | CalledResource;
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface CalledResource {
  readonly service: "execute-api" | "lambda";
  /** Absent: the stack's own. */
  readonly region?: string;
  /** Behind the account's number in the ARN. */
  readonly name: string;
}

/** The rights to let the destination services of the routes know who asks: to their secrets, or to call them. */
export function serviceRights(
  scope: Construct,
  routes: SmaDeployment["routes"],
): readonly PolicyStatement[] {
  return rightsOf(routes).map(
    ({ action, on, conditions }) =>
      new PolicyStatement({
        actions: [action],
        resources: [typeof on === "string" ? on : arnOf(scope, on)],
        ...(conditions && { conditions }),
      }),
  );
}

/** Notes why such a role has a wildcard, where a URL does not say what stands behind it. */
export function explainServiceRights(role: Role, routes: SmaDeployment["routes"]): void {
  for (const { on } of rightsOf(routes)) {
    if (typeof on === "string" || !on.name.includes("*")) continue;
    const { service, region = Stack.of(role).region, name } = on;
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:${service}:${region}:<AWS::AccountId>:${name}]`,
      reason: "The URL of a destination service does not say which function or API answers there.",
    });
  }
}

function arnOf(scope: Construct, { service, region, name }: CalledResource): string {
  const { partition, account, region: own } = Stack.of(scope);
  return `arn:${partition}:${service}:${region ?? own}:${account}:${name}`;
}

function rightsOf(routes: SmaDeployment["routes"]): readonly ServiceRight[] {
  const { rules, otherwise } = readRoutes(routes);
  const rights = [otherwise, ...rules.map(({ to }) => to)].flat().flatMap(rightsFor);
  return [...new Map(rights.map((right) => [JSON.stringify(right), right])).values()];
}

function rightsFor(destination: Destination): readonly ServiceRight[] {
  if (!("destinationService" in destination) || !destination.auth) return [];
  const { auth, destinationService } = destination;
  if (auth === "sigv4") return rightsAt(new URL(destinationService));
  return [{ action: "secretsmanager:GetSecretValue", on: auth.headerFromSecret }];
}

/** What a signed POST to a URL needs; nothing on this machine. */
function rightsAt({ protocol, hostname, pathname }: URL): readonly ServiceRight[] {
  if (protocol === "http:") return [];
  const [, functionRegion] = /\.lambda-url\.([a-z0-9-]+)\.on\.aws$/.exec(hostname) ?? [];
  if (functionRegion !== undefined) return functionUrlRights(functionRegion);
  // In a policy an asterisk is anything, and a question mark one character.
  const path = pathname.slice(1).replaceAll("*", "?");
  const [, api, region] =
    /^([a-z0-9]+)(?:-vpce-[0-9a-f]+)?\.execute-api\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/.exec(
      hostname,
    ) ?? [];
  const names = api === undefined ? behindDomain(path) : ofApi(api, path);
  return names.map((name) => ({
    action: "execute-api:Invoke",
    on: { service: "execute-api", ...(region !== undefined && { region }), name },
  }));
}

/** A URL has an ID of its own and does not say whose it is; both actions are needed (Lambda guide, "Function URLs"). */
function functionUrlRights(region: string): readonly ServiceRight[] {
  const on = { service: "lambda", region, name: "function:*" } as const;
  return [
    {
      action: "lambda:InvokeFunctionUrl",
      on,
      conditions: { StringEquals: { "lambda:FunctionUrlAuthType": "AWS_IAM" } },
    },
    {
      action: "lambda:InvokeFunction",
      on,
      conditions: { Bool: { "lambda:InvokedViaFunctionUrl": "true" } },
    },
  ];
}

/** The path's first part is the stage, or the stage is `$default` and stands in no path. */
function ofApi(api: string, path: string): readonly string[] {
  const [stage, ...rest] = path.split("/");
  const atDefault = `${api}/$default/POST/${path}`;
  return stage ? [`${api}/${stage}/POST/${rest.join("/")}`, atDefault] : [atDefault];
}

/** A domain of one's own hides API and stage, and may have a mapping on each first part of the path. */
function behindDomain(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, index) => `*/*/POST/${parts.slice(index).join("/")}`);
}

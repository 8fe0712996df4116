import { localAccount } from "./local-account.ts";
import { isCustom } from "./read-template.ts";
import type { Stack } from "./stacks.ts";

/** A custom resource's attribute. */
export interface AttributePlace {
  readonly stack: Stack;
  readonly id: string;
  readonly attribute: string;
}

/** What custom resources of a project make in the Amazon Chime SDK, as far as their names say so. */
export interface Telephony {
  /** ARNs of the Lambdas in the project, with the names they have here. */
  readonly functions: Map<string, string>;
  /** Phone numbers, by where they come from. */
  readonly numbers: Map<string, string>;
  /** ARNs of Voice Connectors. */
  readonly voiceConnectors: Set<string>;
  /** Resources that are being looked into: one that leads back to itself says nothing. */
  readonly asked: Set<string>;
}

export function telephonyAttribute(
  place: AttributePlace,
  telephony: Telephony,
): string | undefined {
  const { stack, id, attribute } = place;
  const name = attribute.replaceAll(/[._-]/g, "");
  if (/sipmediaapp\w*id$|^smaid$/i.test(name)) return applicationOf(place, telephony);
  if (/voiceconnector\w*id$/i.test(name)) return stack.nameOf(id);
  if (/voiceconnector\w*arn$/i.test(name)) return connectorArn(stack.nameOf(id), telephony);
  if (/(phone|number|did)/i.test(name))
    return numberOf(`${stack.template.file}#${id}.${attribute}`, telephony);
  return undefined;
}

/** The SIP media application that a custom resource makes has the name of its Lambda. */
function applicationOf({ stack, id }: AttributePlace, telephony: Telephony): string | undefined {
  const [own] = lambdasOf(stack, id, telephony);
  if (own !== undefined) return own;
  const all = applicationsOf(stack, telephony);
  return all.length === 1 ? all[0] : undefined;
}

/** Names of the Lambdas that custom resources hand to the Amazon Chime SDK. */
export function applicationsOf(stack: Stack, telephony: Telephony): readonly string[] {
  const { resources } = stack.template;
  const custom = Object.keys(resources).filter((id) => {
    const resource = resources[id];
    return resource && isCustom(resource) && /sma|sip|chime/i.test(JSON.stringify([id, resource]));
  });
  return [...new Set(custom.flatMap((id) => lambdasOf(stack, id, telephony)))];
}

function lambdasOf(stack: Stack, id: string, telephony: Telephony): readonly string[] {
  const key = `${stack.template.file}#${id}`;
  if (telephony.asked.has(key)) return [];
  telephony.asked.add(key);
  const { ServiceToken: _provider, ...properties } = stack.template.resources[id]?.properties ?? {};
  const said = JSON.stringify(stack.values.whole(properties)) ?? "";
  telephony.asked.delete(key);
  return [...telephony.functions].flatMap(([arn, name]) =>
    new RegExp(`${arn}(?![\\w-])`).test(said) ? [name] : [],
  );
}

function connectorArn(name: string, { voiceConnectors }: Telephony): string {
  const { awsRegion, awsAccountId } = localAccount;
  const arn = `arn:aws:chime:${awsRegion}:${awsAccountId}:vc/${name}`;
  voiceConnectors.add(arn);
  return arn;
}

/** Numbers that nobody has: 555-0100 to 555-0199 (North American Numbering Plan). */
function numberOf(key: string, { numbers }: Telephony): string {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = `+1206555${String(100 + numbers.size).padStart(4, "0")}`;
  numbers.set(key, number);
  return number;
}

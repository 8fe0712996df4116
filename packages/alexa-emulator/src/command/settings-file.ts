import { CommandError, jsonFile } from "@skill-call/terminal";
import * as v from "valibot";

const text = v.exactOptional(v.string());
const product = v.object({
  productId: v.string(),
  referenceName: v.string(),
  type: v.picklist(["ENTITLEMENT", "SUBSCRIPTION", "CONSUMABLE"]),
  name: v.string(),
  summary: v.optional(v.string(), ""),
  purchasable: v.optional(v.picklist(["PURCHASABLE", "NOT_PURCHASABLE"]), "PURCHASABLE"),
  entitled: v.optional(v.picklist(["ENTITLED", "NOT_ENTITLED"]), "NOT_ENTITLED"),
  entitlementReason: v.optional(
    v.picklist(["PURCHASED", "NOT_PURCHASED", "AUTO_ENTITLED"]),
    "NOT_PURCHASED",
  ),
  activeEntitlementCount: v.optional(v.number(), 0),
});

const address = v.strictObject({
  addressLine1: text,
  addressLine2: text,
  addressLine3: text,
  city: text,
  stateOrRegion: text,
  districtOrCounty: text,
  countryCode: text,
  postalCode: text,
});

/** Who speaks, and to which device: what `--settings` names. */
const schema = v.strictObject({
  $schema: text,
  skillId: text,
  customer: v.exactOptional(
    v.strictObject({
      userId: text,
      givenName: text,
      fullName: text,
      email: text,
      mobileNumber: v.exactOptional(v.object({ countryCode: v.string(), phoneNumber: v.string() })),
      permissions: v.exactOptional(v.array(v.string())),
      callingEnabled: v.exactOptional(v.boolean()),
      accessToken: text,
      products: v.exactOptional(v.array(product)),
    }),
  ),
  person: v.exactOptional(
    v.strictObject({
      personId: text,
      accessToken: text,
      givenName: text,
      fullName: text,
      email: text,
    }),
  ),
  device: v.exactOptional(
    v.strictObject({
      deviceId: text,
      interfaces: v.exactOptional(
        v.union([v.picklist(["speaker", "screen"]), v.record(v.string(), v.looseObject({}))]),
      ),
      timeZone: text,
      distanceUnits: v.exactOptional(v.picklist(["METRIC", "IMPERIAL"])),
      temperatureUnit: v.exactOptional(v.picklist(["CELSIUS", "FAHRENHEIT"])),
      address: v.exactOptional(address),
    }),
  ),
  consent: v.exactOptional(v.picklist(["ACCEPTED", "DENIED", "NOT_ANSWERED"])),
  purchase: v.exactOptional(v.picklist(["ACCEPTED", "DECLINED", "ERROR"])),
});

export type Settings = v.InferOutput<typeof schema>;

/** @throws {CommandError} with every mistake of the file */
export async function settingsFile(path: string): Promise<Settings> {
  const parsed = v.safeParse(schema, await jsonFile(path));
  if (parsed.success) return parsed.output;
  const mistakes = parsed.issues.map(
    (issue) => `  ${v.getDotPath(issue) ?? "the document"}: ${issue.message}`,
  );
  throw new CommandError(`${path} cannot be used:\n${mistakes.join("\n")}`);
}

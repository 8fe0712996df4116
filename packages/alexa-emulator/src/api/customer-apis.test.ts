import { afterEach, expect, test } from "@jest/globals";
import type { AlexaOptions } from "../alexa-options.ts";
import { response } from "../testing/responses.ts";
import { callApi } from "../testing/skill-http.ts";
import { TestAlexas } from "../testing/test-alexas.ts";
import type { AlexaApi } from "./api-answer.ts";
import type { InSkillProduct } from "./in-skill-product.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

const all = [
  "alexa::profile:name:read",
  "alexa::profile:email:read",
  "alexa::profile:mobile_number:read",
  "alexa::devices:all:address:full:read",
];

const anna = {
  customer: {
    givenName: "Anna",
    fullName: "Anna Silva",
    email: "anna@example.com",
    mobileNumber: { countryCode: "+1", phoneNumber: "2045551111" },
    permissions: all,
  },
  person: { givenName: "Ben", fullName: "Ben Silva", email: "ben@example.com" },
  device: {
    deviceId: "device",
    timeZone: "America/Winnipeg",
    distanceUnits: "METRIC",
    temperatureUnit: "CELSIUS",
    address: {
      addressLine1: "1 Main Street",
      city: "Winnipeg",
      postalCode: "R3C",
      countryCode: "CA",
    },
  },
} as const;

async function opened(options: Partial<AlexaOptions> = anna) {
  const { alexa, skill } = await alexas.start(() => response(), options);
  await alexa.say("open anna's pizza");
  const [request] = skill.received;
  if (!request) throw new Error("The skill was not asked.");
  return { alexa, get: (path: string) => callApi(request, "GET", path) };
}

const profile = "/v2/accounts/~current/settings/Profile";
const personal = "/v2/persons/~current/profile";
const settings = "/v2/devices/device/settings/System";
const address = "/v1/devices/device/settings/address";
const products = "/v1/users/~current/skills/~current/inSkillProducts";

const rows: readonly (readonly [AlexaApi, string, unknown])[] = [
  ["full-name", `${profile}.name`, "Anna Silva"],
  ["given-name", `${profile}.givenName`, "Anna"],
  ["email", `${profile}.email`, "anna@example.com"],
  ["mobile-number", `${profile}.mobileNumber`, { countryCode: "+1", phoneNumber: "2045551111" }],
  ["person-name", `${personal}/name`, "Ben Silva"],
  ["person-given-name", `${personal}/givenName`, "Ben"],
  ["person-email", `${personal}/email`, "ben@example.com"],
  ["time-zone", `${settings}.timeZone`, "America/Winnipeg"],
  ["distance-units", `${settings}.distanceUnits`, "METRIC"],
  ["temperature-unit", `${settings}.temperatureUnit`, "CELSIUS"],
  [
    "address",
    address,
    {
      ...{ addressLine1: "1 Main Street", addressLine2: null, addressLine3: null },
      ...{ districtOrCounty: null, stateOrRegion: null, city: "Winnipeg" },
      ...{ countryCode: "CA", postalCode: "R3C" },
    },
  ],
  [
    "country-and-postal-code",
    `${address}/countryAndPostalCode`,
    { countryCode: "CA", postalCode: "R3C" },
  ],
  ["in-skill-products", products, { inSkillProducts: [], isTruncated: false, nextToken: null }],
  ["voice-purchasing", "/v1/users/~current/skills/~current/settings/voicePurchasing.enabled", true],
];

test.each(rows)("%s is told", async (_, path, body) => {
  const { get } = await opened();
  expect(await get(path)).toEqual({ status: 200, body });
});

test.each(rows)("%s can be made to fail", async (api, path) => {
  const { alexa, get } = await opened();
  for (const status of [401, 403, 429, 500, 503]) {
    alexa.faults.api.inject({ kind: "error", status }, { operation: api, times: 1 });
    expect((await get(path)).status).toBe(status);
  }
  expect((await get(path)).status).toBe(200);
});

const needConsent = rows.filter(([api]) => /name|email|number|address|postal/.test(api));

test.each(needConsent)("%s is 403 without the customer's consent", async (_, path) => {
  const { get } = await opened({ ...anna, customer: { ...anna.customer, permissions: [] } });
  expect((await get(path)).status).toBe(403);
});

test.each(needConsent)("%s is 204 where there is nothing to tell", async (_, path) => {
  const { get } = await opened({
    customer: { permissions: all },
    device: { deviceId: "device" },
  });
  expect((await get(path)).status).toBe(204);
});

test("an address names its error by a type, a profile by a code", async () => {
  const { get } = await opened({ device: { deviceId: "device" } });
  expect((await get(address)).body).toMatchObject({ type: "FORBIDDEN" });
  expect((await get(`${profile}.email`)).body).toMatchObject({ code: "ACCESS_DENIED" });
});

test("the coarse address needs the coarse permission only", async () => {
  const permissions = ["read::alexa:device:all:address:country_and_postal_code"];
  const { get } = await opened({ ...anna, customer: { permissions } });
  expect((await get(`${address}/countryAndPostalCode`)).status).toBe(200);
  expect((await get(address)).status).toBe(403);
});

test("another device's settings are nobody's business", async () => {
  const { get } = await opened();
  expect((await get("/v2/devices/other/settings/System.timeZone")).status).toBe(403);
});

const product = (referenceName: string, over: Partial<InSkillProduct> = {}): InSkillProduct => ({
  productId: `amzn1.adg.product.${referenceName}`,
  referenceName,
  type: "ENTITLEMENT",
  name: referenceName,
  summary: "",
  purchasable: "PURCHASABLE",
  entitled: "NOT_ENTITLED",
  entitlementReason: "NOT_PURCHASED",
  activeEntitlementCount: 0,
  ...over,
});

const shelf = [
  product("hints"),
  product("coins", { type: "CONSUMABLE" }),
  product("gold", { entitled: "ENTITLED", purchasable: "NOT_PURCHASABLE" }),
];

test.each([
  ["", ["hints", "coins", "gold"]],
  ["?entitled=ENTITLED", ["gold"]],
  ["?purchasable=PURCHASABLE&productType=CONSUMABLE", ["coins"]],
  ["?maxResults=2", ["hints", "coins"]],
  ["?maxResults=2&nextToken=2", ["gold"]],
])("products%s are %j", async (query, expected) => {
  const { get } = await opened({ customer: { products: shelf } });
  const { body } = await get(`${products}${query}`);
  const { inSkillProducts } = body as { inSkillProducts: InSkillProduct[] };
  expect(inSkillProducts.map(({ referenceName }) => referenceName)).toEqual(expected);
});

test("one product is told by its ID, and one that is not there is 404", async () => {
  const { get } = await opened({ customer: { products: shelf } });
  expect(await get(`${products}/amzn1.adg.product.gold`)).toMatchObject({
    status: 200,
    body: { referenceName: "gold", purchaseMode: "TEST" },
  });
  expect((await get(`${products}/nothing`)).status).toBe(404);
});

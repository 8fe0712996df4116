import type { CustomerAccount } from "../customer-account.ts";
import type { Device, DeviceAddress, Person } from "../device/device.ts";
import { type AlexaApi, type ApiAnswer, errorAnswer } from "./api-answer.ts";
import type { InSkillProduct } from "./in-skill-product.ts";

/** Whose data it is that a skill reads. */
export interface ApiSubjects {
  readonly customer: CustomerAccount;
  readonly device: Device;
  readonly deviceId: string;
  readonly person?: Person;
}

/** What of a request decides the answer. */
export interface ApiRequest {
  /** The parts of the path that are not the same in every request: `{deviceId}`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

export interface CustomerApi {
  readonly api: AlexaApi;
  readonly path: string;
  readonly answer: (subjects: ApiSubjects, request: ApiRequest) => ApiAnswer;
}

/** Reads one thing that may be absent, once the customer has allowed one of the scopes. */
function consented(
  api: AlexaApi,
  path: string,
  scopes: readonly string[],
  read: (subjects: ApiSubjects) => unknown,
): CustomerApi {
  const answer = (subjects: ApiSubjects) => {
    if (!scopes.some((scope) => subjects.customer.hasGranted(scope)))
      return errorAnswer(api, 403, "Access denied with reason: ACCESS_NOT_REQUESTED");
    const value = read(subjects);
    return value === undefined ? { status: 204 } : { status: 200, body: value };
  };
  return { api, path, answer };
}

/** Of the device of the request only: "Device Address API", "Device Settings API". */
function ofDevice(of: CustomerApi): CustomerApi {
  const answer = (subjects: ApiSubjects, request: ApiRequest) =>
    request.params.deviceId === subjects.deviceId
      ? of.answer(subjects, request)
      : errorAnswer(of.api, 403, "The device is not that of the request.");
  return { ...of, answer };
}

const profile = "/v2/accounts/~current/settings/Profile";
const personal = "/v2/persons/~current/profile";
const deviceSettings = "/v2/devices/:deviceId/settings/System";
const address = "/v1/devices/:deviceId/settings/address";
const mySkill = "/v1/users/~current/skills/~current";

const scope = (name: string) => `alexa::profile:${name}:read`;
const fullAddress = "read::alexa:device:all:address";
const fullAddressOfNow = "alexa::devices:all:address:full:read";
const coarseAddress = "read::alexa:device:all:address:country_and_postal_code";

/** What a skill may read of its customer: "Customer Profile REST API Reference" and its neighbours. */
export const customerApis: readonly CustomerApi[] = [
  consented("full-name", `${profile}.name`, [scope("name")], ({ customer }) => customer.fullName),
  consented(
    "given-name",
    `${profile}.givenName`,
    [scope("given_name"), scope("name")],
    ({ customer }) => customer.givenName,
  ),
  consented("email", `${profile}.email`, [scope("email")], ({ customer }) => customer.email),
  consented(
    "mobile-number",
    `${profile}.mobileNumber`,
    [scope("mobile_number")],
    ({ customer }) => customer.mobileNumber,
  ),
  consented("person-name", `${personal}/name`, [scope("name")], ({ person }) => person?.fullName),
  consented(
    "person-given-name",
    `${personal}/givenName`,
    [scope("given_name"), scope("name")],
    ({ person }) => person?.givenName,
  ),
  consented("person-email", `${personal}/email`, [scope("email")], ({ person }) => person?.email),
  ofDevice({
    api: "time-zone",
    path: `${deviceSettings}.timeZone`,
    answer: ({ device }) => ({ status: 200, body: device.timeZone ?? "UTC" }),
  }),
  ofDevice({
    api: "distance-units",
    path: `${deviceSettings}.distanceUnits`,
    answer: ({ device }) => ({ status: 200, body: device.distanceUnits ?? "METRIC" }),
  }),
  ofDevice({
    api: "temperature-unit",
    path: `${deviceSettings}.temperatureUnit`,
    answer: ({ device }) => ({ status: 200, body: device.temperatureUnit ?? "CELSIUS" }),
  }),
  ofDevice(
    consented("address", address, [fullAddress, fullAddressOfNow], ({ device }) =>
      whole(device.address),
    ),
  ),
  ofDevice(
    consented(
      "country-and-postal-code",
      `${address}/countryAndPostalCode`,
      [coarseAddress, fullAddress, fullAddressOfNow],
      ({ device }) => coarse(device.address),
    ),
  ),
  { api: "in-skill-products", path: `${mySkill}/inSkillProducts`, answer: products },
  { api: "in-skill-products", path: `${mySkill}/inSkillProducts/:productId`, answer: oneProduct },
  {
    api: "voice-purchasing",
    path: `${mySkill}/settings/voicePurchasing.enabled`,
    answer: () => ({ status: 200, body: true }),
  },
];

function whole(of: DeviceAddress | undefined): object | undefined {
  if (!of) return undefined;
  const { addressLine1, addressLine2, addressLine3, city, stateOrRegion } = of;
  const { districtOrCounty, countryCode, postalCode } = of;
  const parts = { addressLine1, addressLine2, addressLine3, districtOrCounty, stateOrRegion };
  return nulled({ ...parts, city, countryCode, postalCode });
}

function coarse(of: DeviceAddress | undefined): object | undefined {
  return of && nulled({ countryCode: of.countryCode, postalCode: of.postalCode });
}

function nulled(parts: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, value ?? null]));
}

/** `GET …/inSkillProducts?purchasable=…&entitled=…&productType=…&maxResults=…&nextToken=…` */
function products({ customer }: ApiSubjects, { query }: ApiRequest): ApiAnswer {
  const { purchasable, entitled, productType, nextToken, maxResults } = query;
  const found = customer.products.filter(
    (each) =>
      isAskedFor(purchasable, each.purchasable) &&
      isAskedFor(entitled, each.entitled) &&
      isAskedFor(productType, each.type),
  );
  const start = Number(nextToken ?? 0);
  const end = start + Number(maxResults ?? 100);
  const isTruncated = end < found.length;
  return {
    status: 200,
    body: {
      inSkillProducts: found.slice(start, end).map(told),
      isTruncated,
      nextToken: isTruncated ? String(end) : null,
    },
  };
}

function oneProduct({ customer }: ApiSubjects, { params }: ApiRequest): ApiAnswer {
  const product = customer.products.find(({ productId }) => productId === params.productId);
  return product
    ? { status: 200, body: told(product) }
    : errorAnswer("in-skill-products", 404, "There is no such product.");
}

function told(product: InSkillProduct): object {
  return { ...product, purchaseMode: "TEST" };
}

function isAskedFor(wanted: string | undefined, is: string): boolean {
  return wanted === undefined || wanted.toUpperCase() === is;
}

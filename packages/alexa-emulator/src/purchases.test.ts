import { afterEach, expect, test } from "@jest/globals";
import type { InSkillProduct } from "./api/in-skill-product.ts";
import type { ReceivedRequest } from "./testing/fake-skill.ts";
import { ask, response } from "./testing/responses.ts";
import { TestAlexas } from "./testing/test-alexas.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

const hints: InSkillProduct = {
  productId: "hints",
  referenceName: "hints",
  type: "ENTITLEMENT",
  name: "Hint Pack",
  summary: "",
  purchasable: "PURCHASABLE",
  entitled: "NOT_ENTITLED",
  entitlementReason: "NOT_PURCHASED",
  activeEntitlementCount: 0,
};
const bought = { ...hints, entitled: "ENTITLED" } as const;

/** Sends the caller shopping, and says how that went. */
function shop(name: string, payload: object = { InSkillProduct: { productId: "hints" } }) {
  return ({ request }: ReceivedRequest) => {
    if (request.type === "Connections.Response") return ask("Back again.");
    const directives = [{ type: "Connections.SendRequest", name, payload, token: "t" }];
    return response({ directives, shouldEndSession: true });
  };
}

test("Alexa asks in her own words, and the skill hears of it in a session of its own", async () => {
  const { alexa, skill } = await alexas.start(shop("Buy"), { customer: { products: [hints] } });
  const question = await alexa.say("open anna's pizza");
  expect(question).toMatchObject({ speech: "Do you want to buy Hint Pack?", sessionOpen: true });
  expect((await alexa.say("yes")).speech).toBe("Back again.");
  expect(skill.received).toHaveLength(2);
  expect(skill.received[1]).toMatchObject({
    session: { new: true, attributes: {} },
    request: {
      type: "Connections.Response",
      name: "Buy",
      status: { code: "200", message: "OK" },
      payload: { purchaseResult: "ACCEPTED", productId: "hints" },
      token: "t",
    },
  });
  expect(alexa.customer.products[0]).toMatchObject({
    entitled: "ENTITLED",
    purchasable: "NOT_PURCHASABLE",
  });
});

test.each([
  ["Buy", hints, "no", "DECLINED"],
  ["Buy", hints, "what?", "DECLINED"],
  ["Upsell", hints, "yes", "ACCEPTED"],
  ["Cancel", bought, "yes", "ACCEPTED"],
])("%s of %j, %j: %s", async (name, product, answer, purchaseResult) => {
  const { alexa, skill } = await alexas.start(shop(name), { customer: { products: [product] } });
  await alexa.say("open anna's pizza");
  await alexa.say(answer);
  expect(skill.received[1]?.request).toMatchObject({ payload: { purchaseResult } });
});

test.each([
  ["what is bought already", "Buy", [bought], "ALREADY_PURCHASED"],
  ["what was never bought", "Cancel", [hints], "NOT_ENTITLED"],
  ["what there is not", "Buy", [], "ERROR"],
])("%s is not asked about", async (_, name, products, purchaseResult) => {
  const { alexa, skill } = await alexas.start(shop(name), { customer: { products } });
  expect((await alexa.say("open anna's pizza")).speech).toBe("Back again.");
  expect(skill.received[1]?.request).toMatchObject({ payload: { purchaseResult } });
});

test("an upsell says the skill's words first", async () => {
  const payload = { InSkillProduct: { productId: "hints" }, upsellMessage: "Need a hint?" };
  const { alexa } = await alexas.start(shop("Upsell", payload), {
    customer: { products: [hints] },
  });
  expect((await alexa.say("open anna's pizza")).said).toMatchObject([
    { by: "skill", text: "Need a hint?" },
    { by: "alexa", text: "Do you want to buy Hint Pack?" },
  ]);
});

test("a scripted result answers in the same turn", async () => {
  const { alexa } = await alexas.start(shop("Buy"), {
    customer: { products: [hints] },
    purchase: "DECLINED",
  });
  expect((await alexa.say("open anna's pizza")).speech).toBe("Back again.");
});

test("AskFor asks for a permission, and grants it", async () => {
  const permissionScope = "alexa::alerts:reminders:skill:readwrite";
  const { alexa, skill } = await alexas.start(shop("AskFor", { permissionScope }));
  await alexa.say("open anna's pizza");
  await alexa.say("yes");
  expect(skill.received[1]?.request).toMatchObject({
    payload: { permissionScope, status: "ACCEPTED" },
  });
  expect(alexa.customer.hasGranted(permissionScope)).toBe(true);
});

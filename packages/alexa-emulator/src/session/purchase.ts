import type { InSkillProduct } from "../api/in-skill-product.ts";
import type { CustomerAccount } from "../customer-account.ts";
import type { Language } from "../languages/language.ts";
import type { SendRequest } from "../response/directive.ts";
import { plainSpeech, type Speech } from "../response/speech.ts";
import type { PurchaseResponse } from "./request-envelope.ts";

/** How the customer's errand at the shop ends; absent where Alexa asks the caller. */
export type PurchaseResult =
  | "ACCEPTED"
  | "DECLINED"
  | "ALREADY_PURCHASED"
  | "NOT_ENTITLED"
  | "ERROR";

/** What decides without a question: the product is bought already, or was never bought. */
export function settledPurchase(
  { name, payload }: SendRequest,
  products: readonly InSkillProduct[],
): PurchaseResult | undefined {
  if (name === "AskFor") return undefined;
  const product = productOf(payload, products);
  if (!product) return "ERROR";
  const isBought = product.entitled === "ENTITLED";
  if (name === "Cancel") return isBought ? undefined : "NOT_ENTITLED";
  return isBought && product.type !== "CONSUMABLE" ? "ALREADY_PURCHASED" : undefined;
}

/** Alexa's own question: the skill has no say in its words, but for an upsell's. */
export function purchaseQuestion(
  { name, payload }: SendRequest,
  products: readonly InSkillProduct[],
  { sentences }: Language,
): Speech[] {
  const what = productOf(payload, products)?.name ?? payload.permissionScope ?? "";
  const question = plainSpeech("alexa", sentences.purchaseQuestion(name, what));
  return payload.upsellMessage
    ? [plainSpeech("skill", payload.upsellMessage), question]
    : [question];
}

/** Writes the errand's end down in the customer's account. */
export function settle(
  { name, payload }: SendRequest,
  result: PurchaseResult,
  customer: Pick<CustomerAccount, "buy" | "giveBack" | "grant">,
): void {
  if (result !== "ACCEPTED") return;
  const productId = payload.InSkillProduct?.productId ?? "";
  if (name === "AskFor") customer.grant(payload.permissionScope ? [payload.permissionScope] : []);
  else if (name === "Cancel") customer.giveBack(productId);
  else customer.buy(productId);
}

/** What the skill hears of it, in a session of its own. */
export function purchaseResponse(
  { name, payload, token }: SendRequest,
  result: PurchaseResult,
): PurchaseResponse {
  const { productId } = payload.InSkillProduct ?? {};
  return {
    type: "Connections.Response",
    name,
    status: { code: "200", message: "OK" },
    payload:
      name === "AskFor"
        ? { permissionScope: payload.permissionScope, status: consent(result) }
        : { purchaseResult: result, productId, message: null },
    ...(typeof token === "string" && { token }),
  };
}

function consent(result: PurchaseResult): string {
  return result === "ACCEPTED" ? "ACCEPTED" : "DENIED";
}

function productOf(
  { InSkillProduct: wanted }: SendRequest["payload"],
  products: readonly InSkillProduct[],
): InSkillProduct | undefined {
  return products.find(({ productId }) => productId === wanted?.productId);
}

/** A product that the customer can buy in the skill, as the in-skill product API tells of it. */
export interface InSkillProduct {
  readonly productId: string;
  readonly referenceName: string;
  readonly type: "ENTITLEMENT" | "SUBSCRIPTION" | "CONSUMABLE";
  readonly name: string;
  readonly summary: string;
  readonly purchasable: "PURCHASABLE" | "NOT_PURCHASABLE";
  readonly entitled: "ENTITLED" | "NOT_ENTITLED";
  /** `NOT_PURCHASED` while the customer has not bought it. */
  readonly entitlementReason: "PURCHASED" | "NOT_PURCHASED" | "AUTO_ENTITLED";
  readonly activeEntitlementCount: number;
}

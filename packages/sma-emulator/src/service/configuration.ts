import type { LambdaFunction } from "@skill-call/lambda-runner";

/** What a number of the account is for (API reference, PhoneNumber, ProductType). */
export type ProductType = "SipMediaApplicationDialIn" | "VoiceConnector" | "BusinessCalling";

/** A number of the account. */
export interface PhoneNumber {
  /** E.164. */
  readonly number: string;
  readonly productType: ProductType;
}

/** Sends the calls to a number to SIP media applications. */
export interface SipRule {
  readonly id: string;
  /** The number dialled, E.164: the emulated kind of trigger (ToPhoneNumber). */
  readonly toPhoneNumber: string;
  readonly disabled?: boolean;
  readonly targets: readonly SipRuleTarget[];
}

export interface SipRuleTarget {
  readonly sipMediaApplicationId: string;
  /** The lowest comes first; the next takes the call when a Lambda cannot be invoked. */
  readonly priority: number;
}

/** A SIP media application: the Lambda that tells the service what to do with a call. */
export interface SipMediaApplication {
  readonly id: string;
  readonly awsRegion: string;
  readonly lambda: LambdaFunction;
  /** Login with Amazon client IDs of the Alexa skills that may call it. */
  readonly allowedSkills?: readonly string[];
}

/** What the account has set up. */
export interface Configuration {
  readonly awsAccountId: string;
  readonly numbers: readonly PhoneNumber[];
  readonly sipRules: readonly SipRule[];
  readonly sipMediaApplications: readonly SipMediaApplication[];
}

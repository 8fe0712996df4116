import type { Clock } from "@skill-call/emulation";
import type { LambdaFunction } from "@skill-call/lambda-runner";
import type { AlexaTrace } from "./alexa-trace.ts";
import type { AlexaRegion } from "./api/communication-sessions.ts";
import type { SmartProperty } from "./api/unit-profile.ts";
import type { Customer } from "./customer-account.ts";
import type { Device, Person } from "./device/device.ts";
import type { PlaceCall } from "./device-call.ts";
import type { PurchaseResult } from "./session/purchase.ts";
import type { ConsentStatus } from "./session/request-envelope.ts";

export interface AlexaOptions {
  /** The JSON of the skill's interaction model in this locale, or what `readInteractionModel` has made of it. */
  readonly model: unknown;
  /** BCP 47: `en-US`. */
  readonly locale: string;
  readonly skill: LambdaFunction;
  /** Login with Amazon client ID of the skill: what its calls are recognised by. */
  readonly skillClientId?: string;
  readonly customer?: Customer;
  /** Whose voice it is, where the device knows it. */
  readonly person?: Person;
  readonly device?: Device;
  /** The interfaces that the skill's manifest asks for. */
  readonly interfaces?: readonly string[];
  /** Where the device's calls go; without it they are answered, and nobody speaks. */
  readonly placeCall?: PlaceCall;
  readonly skillId?: string;
  /** What Alexa calls the skill; its invocation name, in capitals, without this. */
  readonly skillName?: string;
  /** Where the customer's account lives; North America without it. */
  readonly region?: AlexaRegion;
  /** The answer to every question for permissions; without it Alexa waits for the caller's. */
  readonly consent?: ConsentStatus;
  /** How every purchase ends; without it Alexa asks the caller. */
  readonly purchase?: PurchaseResult;
  /** Set where the device stands in a property of Alexa Smart Properties. */
  readonly smartProperty?: SmartProperty;
  readonly clock?: Clock;
  readonly trace?: AlexaTrace;
  /** A fresh UUID. */
  readonly newId?: () => string;
}

/** Everything that can go wrong: what it is, and how likely it is each time it may happen. */
export const faults = {
  "yes-twice": [0.02, "the caller's yes is delivered to the skill twice"],
  "yes-again-later": [
    0.01,
    "the caller's yes is delivered once more after some seconds, its session's attributes kept",
  ],
  "skill-killed": [0.004, "the skill's sandbox dies while a request of its own is under way"],
  "profile-refused": [0.02, "the profile API answers an error"],
  "profile-lost": [0.01, "the profile API never answers"],
  "alexa-refused": [0.02, "the communications API answers an error"],
  "alexa-lost": [0.01, "the communications API never answers, and starts no call"],
  "alexa-answer-lost": [0.01, "the communications API starts the call, its answer never comes"],
  "connect-refused": [0.02, "Amazon Connect's API answers an error"],
  "connect-lost": [0.01, "Amazon Connect's API never answers, and makes no contact"],
  "connect-answer-lost": [0.01, "Amazon Connect's API makes the contact, its answer never comes"],
  "secret-refused": [0.02, "Secrets Manager refuses the secret of a smart property's login"],
  "secret-lost": [0.01, "Secrets Manager never answers"],
  "login-refused": [0.02, "Login with Amazon answers an error"],
  "login-lost": [0.01, "Login with Amazon never answers"],
  "device-silent": [0.01, "the device never places the call it was told to place"],
  "device-late": [0.005, "the device places the call when its context is over"],
  "invite-twice": [0.01, "the device's INVITE comes twice, as two calls"],
  "event-lost": [0.01, "an event never reaches its handler"],
  "event-late": [0.01, "an event reaches its handler seconds late"],
  "event-twice": [0.02, "an event is delivered twice at once"],
  "event-answer-lost": [0.01, "the handler's answer never arrives"],
  "handler-killed": [0.004, "the handler's sandbox dies while a request of its own is under way"],
  "sandbox-recycled": [0.05, "a warm sandbox is gone, and a cold one starts"],
  "clock-off": [0.1, "a sandbox's clock is up to two seconds off"],
  "dynamodb-lost": [0.01, "a request to DynamoDB is lost on its way"],
  "dynamodb-slow": [0.02, "a request to DynamoDB takes up to four seconds"],
  "dynamodb-throttled": [0.02, "DynamoDB refuses a request for want of throughput"],
  "dynamodb-failing": [0.01, "DynamoDB answers an internal server error"],
  "dynamodb-answer-lost": [0.01, "a request to DynamoDB is carried out, its answer is lost"],
  "service-refused": [0.05, "the destination service answers an error"],
  "service-slow": [0.03, "the destination service takes up to four seconds"],
  "service-lost": [0.02, "the destination service never answers"],
  "service-wrong": [0.05, "the destination service picks a number that must not be called"],
  "meetings-refused": [0.04, "the meetings API answers an error"],
  "meetings-slow": [0.03, "the meetings API takes up to four seconds"],
  "meetings-lost": [0.02, "a request to the meetings API is lost on its way"],
  "meetings-answer-lost": [0.02, "the meetings API does what it is asked to, its answer is lost"],
  "nobody-presses": [0.15, "a voice mail takes Amazon Connect's call, and presses no key"],
  "callee-busy": [0.15, "the called party is busy"],
  "callee-declines": [0.05, "the called party declines"],
  "callee-silent": [0.1, "the called party never picks up"],
  "callee-unreachable": [0.05, "the called party cannot be reached"],
  "callee-hangs-up-first": [0.4, "the called party ends the talk"],
  "both-hang-up": [0.1, "both hang up within the same second"],
  "caller-impatient": [0.15, "the caller hangs up before anybody picks up"],
  "call-broken-off": [0.005, "every leg goes down at once"],
  "hangup-refused": [0.01, "the service fails a call's first Hangup"],
  "hangup-first": [
    0.2,
    "a called party that never answered is told of by a HANGUP before the ACTION_FAILED",
  ],
  "stream-late": [0.02, "the table's stream hands its next batch on half a minute late"],
  "batch-twice": [0.02, "a batch of the table's stream is delivered twice at once"],
  "batch-answer-lost": [0.01, "what the call events Lambda says of a batch never arrives"],
  "events-killed": [
    0.004,
    "the call events Lambda's sandbox dies while a request of its own is under way",
  ],
  "webhook-refused": [
    0.05,
    "the webhook's receiver answers an error, a redirect, or that it is gone",
  ],
  "webhook-lost": [0.02, "a message never reaches the webhook's receiver"],
  "webhook-slow": [0.03, "the webhook's receiver takes up to four seconds"],
  "webhook-answer-lost": [0.02, "the webhook's receiver takes a message, its answer is lost"],
  "contact-event-lost": [0.02, "an event of Amazon Connect's contacts is never delivered"],
  "contact-event-late": [0.05, "an event of a contact comes up to half a minute late"],
  "contact-event-twice": [0.02, "an event of a contact is delivered twice"],
  "describe-slow": [0.02, "Amazon Connect takes up to four seconds to describe a contact"],
  "describe-refused": [0.02, "Amazon Connect does not describe a contact"],
  "call-updated": [0.02, "somebody updates the call from outside"],
  "ttl-early": [0.002, "the context is deleted before the call comes"],
} as const satisfies Readonly<Record<string, readonly [rate: number, is: string]>>;

export type FaultName = keyof typeof faults;
export type FaultRates = Readonly<Record<FaultName, number>>;

export const faultNames = Object.keys(faults) as readonly FaultName[];

/** How rough the world is: every rate times this, and none above one half. */
export function ratesTimes(factor: number, only: readonly FaultName[] = faultNames): FaultRates {
  const rateOf = (name: FaultName) =>
    only.includes(name) ? Math.min(faults[name][0] * factor, Math.max(0.5, faults[name][0])) : 0;
  return Object.fromEntries(faultNames.map((name) => [name, rateOf(name)])) as FaultRates;
}

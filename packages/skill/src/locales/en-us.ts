import type { ReasonId } from "../call-reasons.ts";
import { english } from "../safety/languages/en.ts";
import { digits, spellOut, ssml } from "../speech/ssml.ts";
import type { Catalog } from "./catalog.ts";
import { choiceOf } from "./choice-of.ts";
import { company } from "./company.ts";
import { connectFailures } from "./connect-failures.ts";

const about: Readonly<Record<ReasonId, string>> = {
  billing: " about billing",
  "technical-support": " about technical support",
  "order-status": " about an order",
  sales: " about sales",
  other: "",
};

/** As a caller says them: values of the model's CallReason. */
const reasonNames: Readonly<Record<ReasonId, string>> = {
  billing: "billing",
  "technical-support": "technical support",
  "order-status": "order status",
  sales: "sales",
  other: "something else",
};

const choices = choiceOf(reasonNames, ", or ");

export const enUs: Catalog = {
  locale: "en-US",
  safety: english,
  emergencyQuestion: {
    ask: ssml`If anyone is in danger, dial ${digits("911")} from a phone now. Is this an emergency right now?`,
    reprompt: ssml`Is this an emergency right now? Please say yes or no.`,
    help: ssml`I can't place emergency calls. If it isn't an emergency, say no, and we'll go on where we were.`,
  },

  reasonNames,
  questions: {
    callerName: {
      ask: ssml`What's your first name?`,
      reprompt: ssml`Please tell me your first name.`,
      help: ssml`I'll pass your name on to whoever answers your call.`,
    },
    accountId: {
      ask: ssml`What's your account ID? If you don't have it, say: I don't know.`,
      reprompt: ssml`Please say your account ID, one letter or digit at a time. Or say: I don't know.`,
      help: ssml`Your account ID is on your bill. Say it one letter or digit at a time. You can also go on without it.`,
    },
    reason: {
      ask: ssml`What are you calling about?`,
      reprompt: ssml`You can say ${choices}.`,
      help: ssml`Tell me why you're calling, so that the right person answers. You can say ${choices}.`,
    },
    change: {
      ask: ssml`What would you like to change? For example, say: my account is, and then the ID. Or say: stop.`,
      reprompt: ssml`Tell me what to change, or say: stop.`,
      help: ssml`You can change your name, your account ID or the reason for your call. For example, say: it's about billing.`,
    },
  },
  confirmation: (reason) => ({
    ask: ssml`Shall I call ${company}${about[reason]} now?`,
    reprompt: ssml`Say yes, and I'll call ${company}. Say no to change something.`,
    help: ssml`If you say yes, I'll call ${company} and pass on what you told me. To change something first, say for example: my name is Ana.`,
  }),

  remarks: {
    welcome: ssml`Welcome to ${company}. A few short questions, and I'll call us for you.`,
    "starting-over": ssml`Okay, let's start over.`,
    "any-name-will-do": ssml`Any name will do.`,
    "account-id-unclear": ssml`Sorry, I didn't get a valid account ID.`,
    "account-id-given-up": ssml`I couldn't get your account ID, so let's go on without it.`,
    "without-account-id": ssml`No problem, we'll go on without it.`,
    "reason-unclear": ssml`I'm not sure who can help with that. You can say ${choices}.`,
    "reason-in-own-words": ssml`I'll pass that on in your own words.`,
    misheard: ssml`Sorry, I didn't get that.`,
    "not-calling": ssml`Okay, I won't call yet.`,
  },
  nameHeard: (callerName) => ssml`Thanks, ${callerName}.`,
  accountIdHeard: (accountId) => ssml`Your account ID is ${spellOut(accountId)}.`,

  consentNeeded: ssml`To place the call, I need your phone number.`,
  announcements: {
    device: (reason) => ssml`Calling ${company}${about[reason]} now.`,
    phone: () => ssml`I'll ring your phone now. Pick up, and I'll connect you to ${company}.`,
    later: () => ssml`Somebody at ${company} will call you back shortly.`,
  },

  failures: {
    "request.no-token": ssml`Alexa didn't give me permission to call this time. Please open ${company} again, and try once more.`,
    "request.no-device": ssml`I can't start a call from here. Please ask me from an Echo device.`,
    "request.no-device-id": ssml`I couldn't tell which of your devices to call from. Please try another Echo device.`,
    "request.untrusted-endpoint": ssml`Something about this request isn't right, so I didn't call. Please try again from your own Echo device.`,
    "request.outside-north-america": ssml`I can call only from Alexa accounts in North America. Please dial us from a phone.`,

    "profile.bad-request": ssml`I couldn't look up your phone number, and that's a mistake on our side. Please dial us from a phone this time.`,
    "profile.bad-token": ssml`My permission to look up your phone number has run out. Please open ${company} again, and try once more.`,
    "profile.access-denied": ssml`I may not use your phone number yet. I've sent a card to your Alexa app: please allow it there, then ask me again.`,
    "profile.not-found": ssml`I couldn't find your Alexa profile, so I don't know your phone number. Please check your profile in the Alexa app.`,
    "profile.throttled": ssml`Too many people are asking me to call right now. Please try again in a minute.`,
    "profile.unavailable": ssml`Alexa can't look up phone numbers at the moment. Please try again in a few minutes.`,
    "profile.timeout": ssml`Looking up your phone number took too long, so I didn't call. Please try again.`,
    "profile.connection-lost": ssml`I lost the connection while looking up your phone number. Please try again.`,
    "profile.no-number": ssml`There's no mobile number in your Alexa profile. Please add one in the Alexa app, then ask me again.`,
    "profile.unusable-number": ssml`The mobile number in your Alexa profile doesn't look complete. Please check it in the Alexa app, then ask me again.`,

    "consent.denied": ssml`Okay, I won't use your phone number, so I can't place the call. If you change your mind, there's a card in your Alexa app.`,
    "consent.not-answered": ssml`I didn't hear whether I may use your phone number, so I didn't call. You can allow it on the card in your Alexa app.`,

    "session.bad-request": ssml`Alexa didn't accept the call, and that's a mistake on our side. Please dial us from a phone this time.`,
    "session.bad-token": ssml`My permission to start calls ran out just now. Please open ${company} again, and try once more.`,
    "session.access-denied": ssml`Calling isn't switched on for this skill. Please allow it in the skill's settings in your Alexa app, then ask me again.`,
    "session.not-found": ssml`Alexa doesn't offer this kind of call where your account is registered. Please dial us from a phone.`,
    "session.throttled": ssml`All lines are busy right now. Please wait a minute, then ask me again.`,
    "session.unavailable": ssml`Alexa can't start calls at the moment. Please try again in a few minutes.`,
    "session.timeout": ssml`I haven't heard whether your call started. If nothing happens in half a minute, please ask me again.`,
    "session.connection-lost": ssml`I lost the connection while starting your call. If nothing happens in half a minute, please ask me again.`,

    "callback.refused": ssml`I couldn't have your phone rung, and that's a mistake on our side. Please dial us this time.`,
    "callback.throttled": ssml`We're ringing many phones right now. Please wait a minute, then ask me again.`,
    "callback.unavailable": ssml`We can't ring phones at the moment. Please try again in a few minutes.`,
    "callback.timeout": ssml`I haven't heard whether your phone will ring. If it doesn't within a minute, please ask me again.`,
    "callback.connection-lost": ssml`I lost the connection while having your phone rung. If it doesn't ring within a minute, please ask me again.`,

    ...connectFailures.en,

    "property.no-unit": ssml`This device isn't set up for a room, so I can't call from it. Please use the phone in your room.`,
    "property.refused": ssml`I couldn't place the call from this room. Please use the phone, and let the staff know.`,
    "property.throttled": ssml`Many calls are being made here right now. Please wait a minute, then ask me again.`,
    "property.unavailable": ssml`Calls from this room aren't working at the moment. Please try again in a few minutes, or use the phone.`,
    "property.timeout": ssml`I haven't heard whether your call went out. If nobody answers in half a minute, please use the phone.`,
    "property.connection-lost": ssml`I lost the connection while calling from your room. If nobody answers in half a minute, please use the phone.`,

    "store.unavailable": ssml`I couldn't note down what you told me, so I didn't call. Please try again in a few minutes.`,
    "store.invalid-context": ssml`I couldn't note down your details the way you said them, so I didn't call. Please start over with fewer words.`,

    "call.failed-before": ssml`That call didn't go through. Please open ${company} again to retry.`,
  },

  farewells: {
    stopped: ssml`Okay. Goodbye.`,
    emergency: ssml`I can't place emergency calls. In an emergency, dial ${digits("911")} from a phone right away.`,
    crisis: ssml`I'm sorry you're going through this. Call or text ${digits("988")} at any time, and someone will listen. If a life is in danger, dial ${digits("911")} from a phone right away.`,
    "cannot-hear": ssml`Sorry, I can't hear you well, so I didn't call. Please try again in a moment.`,
    unexpected: ssml`Sorry, something went wrong on our side. Please try again in a moment.`,
    "wrong-skill": ssml`Sorry, I can't help with that here.`,
  },
};

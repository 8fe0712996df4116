import { english as safety } from "../safety/languages/en.ts";
import { connectFailures } from "./connect-failures.ts";
import type { StockSentences } from "./stock-sentences.ts";

/** What the skill says in English of its own, whatever a form asks. */
export const english: StockSentences = {
  safety,
  emergencyQuestion: {
    ask: "If anyone is in danger, dial {911} from a phone now. Is this an emergency right now?",
    reprompt: "Is this an emergency right now? Please say yes or no.",
    help: "I can't place emergency calls. If it isn't an emergency, say no, and we'll go on where we were.",
  },

  remarks: {
    "starting-over": "Okay, let's start over.",
    misheard: "Sorry, I didn't get that.",
    "not-calling": "Okay, I won't call yet.",
    "calling-soon": "Sure, I'll call in a moment.",
    changing: "Okay.",
    waiting: "Sure, take your time. I'm listening.",
    "hours-unknown":
      "I don't have the hours of {company}, but I can call and whoever answers can tell you.",
    number: "The number of {company} is {phoneNumber}.",
    "number-unknown": "I don't have a number to give you, but I can call {company} from here.",
    who: "I'm an assistant on Alexa, not a person. I ask a few short questions, then I call {company} for you.",
    "after-consent": "Once you've allowed it there, say yes and I'll call. Or say: stop.",
    "no-emergency": "All right. If that changes, dial {911} from a phone.",
  },

  consentNeeded: "To place the call, I need your phone number.",
  givenName: "I'll say that {name} is calling.",
  oneMoment: "One moment, please.",
  announcements: {
    device: "Calling {company} {about} now.",
    phone: "I'll ring your phone now. Pick up, and I'll connect you to {company}.",
    later: "Somebody at {company} will call you back shortly.",
  },

  buttons: { yes: "Yes", no: "No", call: "Yes, call", change: "Change something", skip: "Skip" },
  calls: {
    device: "I'll call {company} at {number}.",
    phone: "Your own phone will ring.",
    later: "Somebody will call you back.",
  },

  failures: {
    "request.no-token":
      "Alexa didn't give me permission to call this time. Please open {company} again, and try once more.",
    "request.no-device": "I can't start a call from here. Please ask me from an Echo device.",
    "request.no-device-id":
      "I couldn't tell which of your devices to call from. Please try another Echo device.",
    "request.untrusted-endpoint":
      "Something about this request isn't right, so I didn't call. Please try again from your own Echo device.",
    "request.outside-north-america":
      "I can call only from Alexa accounts in North America. Please dial us from a phone.",

    "profile.bad-request":
      "I couldn't look up your phone number, and that's a mistake on our side. Please dial us from a phone this time.",
    "profile.bad-token":
      "My permission to look up your phone number has run out. Please open {company} again, and try once more.",
    "profile.access-denied":
      "I may not use your phone number yet. I've sent a card to your Alexa app: please allow it there, then ask me again.",
    "profile.not-found":
      "I couldn't find your Alexa profile, so I don't know your phone number. Please check your profile in the Alexa app.",
    "profile.throttled":
      "Too many people are asking me to call right now. Please try again in a minute.",
    "profile.unavailable":
      "Alexa can't look up phone numbers at the moment. Please try again in a few minutes.",
    "profile.timeout":
      "Looking up your phone number took too long, so I didn't call. Please try again.",
    "profile.connection-lost":
      "I lost the connection while looking up your phone number. Please try again.",
    "profile.no-number":
      "There's no mobile number in your Alexa profile. Please add one in the Alexa app, then ask me again.",
    "profile.unusable-number":
      "The mobile number in your Alexa profile doesn't look complete. Please check it in the Alexa app, then ask me again.",

    "consent.denied":
      "Okay, I won't use your phone number, so I can't place the call. If you change your mind, there's a card in your Alexa app.",
    "consent.not-answered":
      "I didn't hear whether I may use your phone number, so I didn't call. You can allow it on the card in your Alexa app.",

    "session.bad-request":
      "Alexa didn't accept the call, and that's a mistake on our side. Please dial us from a phone this time.",
    "session.bad-token":
      "My permission to start calls ran out just now. Please open {company} again, and try once more.",
    "session.access-denied":
      "Calling isn't switched on for this skill. Please allow it in the skill's settings in your Alexa app, then ask me again.",
    "session.not-found":
      "Alexa doesn't offer this kind of call where your account is registered. Please dial us from a phone.",
    "session.throttled": "All lines are busy right now. Please wait a minute, then ask me again.",
    "session.unavailable":
      "Alexa can't start calls at the moment. Please try again in a few minutes.",
    "session.timeout":
      "I haven't heard whether your call started. If nothing happens in half a minute, please ask me again.",
    "session.connection-lost":
      "I lost the connection while starting your call. If nothing happens in half a minute, please ask me again.",

    "callback.refused":
      "I couldn't have your phone rung, and that's a mistake on our side. Please dial us this time.",
    "callback.throttled":
      "We're ringing many phones right now. Please wait a minute, then ask me again.",
    "callback.unavailable":
      "We can't ring phones at the moment. Please try again in a few minutes.",
    "callback.timeout":
      "I haven't heard whether your phone will ring. If it doesn't within a minute, please ask me again.",
    "callback.connection-lost":
      "I lost the connection while having your phone rung. If it doesn't ring within a minute, please ask me again.",

    ...connectFailures.en,

    "property.no-unit":
      "This device isn't set up for a room, so I can't call from it. Please use the phone in your room.",
    "property.refused":
      "I couldn't place the call from this room. Please use the phone, and let the staff know.",
    "property.throttled":
      "Many calls are being made here right now. Please wait a minute, then ask me again.",
    "property.unavailable":
      "Calls from this room aren't working at the moment. Please try again in a few minutes, or use the phone.",
    "property.timeout":
      "I haven't heard whether your call went out. If nobody answers in half a minute, please use the phone.",
    "property.connection-lost":
      "I lost the connection while calling from your room. If nobody answers in half a minute, please use the phone.",

    "store.unavailable":
      "I couldn't note down what you told me, so I didn't call. Please try again in a few minutes.",
    "store.invalid-context":
      "I couldn't note down your details the way you said them, so I didn't call. Please start over with fewer words.",

    "call.failed-before": "That call didn't go through. Please open {company} again to retry.",
  },

  farewells: {
    stopped: "Okay. Goodbye.",
    emergency:
      "I can't place emergency calls. In an emergency, dial {911} from a phone right away.",
    crisis:
      "I'm sorry you're going through this. Call or text {988} at any time, and someone will listen. If a life is in danger, dial {911} from a phone right away.",
    "cannot-hear": "Sorry, I can't hear you well, so I didn't call. Please try again in a moment.",
    unexpected: "Sorry, something went wrong on our side. Please try again in a moment.",
    "wrong-skill": "Sorry, I can't help with that here.",
  },
};

import { createInMemoryCallContextStore, isCallContextError } from "@skill-call/call-context";
import { contextSchemaOf, isCallFormError, readCallForm } from "@skill-call/call-form";
import { interactionModelOf } from "@skill-call/call-form/models";

const document = {
  company: { name: "Oak Clinic", invocationName: "oak clinic" },
  locales: ["en-US"],
  fields: [{ id: "callerName", kind: "name" }],
  reasons: ["appointment"],
};
const words = { "en-US": { reasons: { appointment: { name: "an appointment" } } } };

/** A small form, and what follows from it: a model, a schema of the store, an error with a place. */
async function form() {
  const small = readCallForm({ form: document, words });
  const { languageModel } = interactionModelOf(small, small.words[0]).interactionModel;
  const store = createInMemoryCallContextStore({ schema: contextSchemaOf(small) });
  const context = { callerName: "Ana", accountIdVerified: false, locale: "en-US" };
  const call = { ...context, callStarter: "skill-call", reason: { id: "billing" } } as const;
  return {
    invocationName: languageModel.invocationName,
    ofAnotherReason: await store.create(call).catch(fieldOf),
    ofNoWords: mistakeOf(() => readCallForm({ form: document, words: {} })),
  };
}

function fieldOf(error: unknown) {
  return isCallContextError(error, "call-context.invalid-context") && error.message;
}

function mistakeOf(read: () => unknown) {
  try {
    return read();
  } catch (error) {
    return isCallFormError(error) ? error.mistakes : "unknown";
  }
}

form().then((outcome) => process.stdout.write(JSON.stringify(outcome)));

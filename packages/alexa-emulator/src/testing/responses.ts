/** Responses as a skill builds them. */
export interface ResponseParts {
  readonly speech?: string;
  readonly reprompt?: string;
  readonly card?: object;
  readonly directives?: readonly object[];
  readonly shouldEndSession?: boolean;
  readonly attributes?: object;
}

/** Says something and ends the session, unless the parts say otherwise. */
export function response(parts: ResponseParts = {}): object {
  const { speech, reprompt, card, directives, attributes, shouldEndSession } = parts;
  return {
    version: "1.0",
    ...(attributes && { sessionAttributes: attributes }),
    response: {
      ...(speech !== undefined && { outputSpeech: ssml(speech) }),
      ...(reprompt !== undefined && { reprompt: { outputSpeech: ssml(reprompt) } }),
      ...(card && { card }),
      ...(directives && { directives }),
      ...(shouldEndSession !== undefined && { shouldEndSession }),
    },
  };
}

/** Says something and listens. */
export function ask(speech: string, parts: ResponseParts = {}): object {
  return response({ speech, shouldEndSession: false, ...parts });
}

/** Leaves the dialog to Alexa. */
export function delegate(updatedIntent?: object): object {
  return response({
    directives: [{ type: "Dialog.Delegate", ...(updatedIntent && { updatedIntent }) }],
    shouldEndSession: false,
  });
}

export function elicit(slotToElicit: string, speech: string, parts: ResponseParts = {}): object {
  const directives = [{ type: "Dialog.ElicitSlot", slotToElicit }];
  return ask(speech, { directives, ...parts });
}

function ssml(text: string) {
  return { type: "SSML", ssml: `<speak>${text}</speak>` };
}

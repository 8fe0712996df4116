import type { Answers } from "../answers.ts";
import { languagesOf, languageTexts } from "../languages/languages.ts";

/** test/conversation.test.mjs: the skill as the emulator of Alexa hears it, up to the question before the call. */
export function conversationTest({ company, invocationName, locales, reasons }: Answers): string {
  const [locale] = locales;
  const [language = "en"] = languagesOf(locales);
  const { caller } = languageTexts[language];
  const [reason = ""] = reasons[language];
  const said = (text: string) => JSON.stringify(text);
  return `// What callers say, and what Alexa answers. testAlexa: https://github.com/skill-call/skill-call/blob/main/docs/emulator/alexa-tests.md
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { testAlexa } from "@skill-call/alexa-emulator";

let alexa;
before(async () => {
  alexa = await testAlexa({
    skill: fileURLToPath(import.meta.resolve("@skill-call/skill/lambda")),
    skillPackage: "skill-package",
    locale: ${said(locale)},
    environment: {
      CALL_FORM_FILE: fileURLToPath(new URL("../call-form.json", import.meta.url)),
      CALL_CONTEXT_TABLE: "call-contexts",
      CALL_STARTER: "skill-call",
      SMA_PHONE_NUMBER: "+12065550100",
      AWS_REGION: "us-east-1",
    },
  });
});
after(() => alexa?.close());

test("the skill asks who calls and why, and for a yes before it calls", async () => {
  const opened = await alexa.say(${said(caller.opens(invocationName))});
  assert.ok(opened.speech.includes(${said(company)}), opened.speech);
  await alexa.say(${said(caller.firstName)});
  const asked = await alexa.say(${said(reason)});
  assert.ok(asked.speech.includes(${said(company)}), asked.speech);
  assert.ok(asked.speech.includes(${said(reason)}), asked.speech);
  assert.equal(asked.sessionOpen, true);
});
`;
}

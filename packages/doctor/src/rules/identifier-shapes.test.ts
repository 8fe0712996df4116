import { expect, test } from "@jest/globals";
import { changed } from "../testing/sample-configuration.ts";
import { identifierShapes } from "./identifier-shapes.ts";

const clientId = "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48";

test.each([
  ["skill", "SKILL_ID", "amzn1.ask.skill.3ffd8d5f"],
  ["skill", "SIP_MEDIA_APPLICATION_ID", "my-sma"],
  ["skill", "LWA_CLIENT_ID", "amzn1.application-oa2-client.84EC"],
])("of %s, %s has its shape", (part, variable, value) => {
  expect([...identifierShapes(changed({ [part]: { [variable]: value } }))]).toEqual([
    {
      part: "skill",
      place: variable,
      problem: expect.stringContaining("has not the shape of a "),
    },
  ]);
});

test("in a list its place is named", () => {
  const sma = { ALLOWED_SKILL_CLIENT_IDS: `${clientId}, amzn1.ask.skill.1, ${clientId}` };
  expect([...identifierShapes(changed({ sma }))]).toMatchObject([
    { part: "sma-handler", place: "ALLOWED_SKILL_CLIENT_IDS at [1]" },
  ]);
});

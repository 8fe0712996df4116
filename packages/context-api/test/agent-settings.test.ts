import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { policyFor } from "../src/agent-page/agent-page.ts";
import { readFieldLabels } from "../src/agent-page/field-labels.ts";
import { Desk } from "./support/desk.ts";
import { sampleContext } from "./support/sample-context.ts";

const labels = {
  "en-US": [{ id: "queue", kind: "text", label: "Queue", sensitive: false, values: {} }],
};

test("a field that is labelled as not sensitive is shown to everybody who may read", async () => {
  const context = { ...sampleContext, birthday: "1980-05-17" };
  const seen = async (desk: Desk, token: string) => {
    const { contextId } = await desk.store.create(context);
    return (await desk.ask(`/v1/contexts/${contextId}`, { token })).json();
  };
  expect(await seen(new Desk({ labels }), "call-context:read")).toMatchObject({
    fields: { queue: "gold" },
    hiddenFields: ["birthday"],
  });
  expect(await seen(new Desk(), "call-context:read")).toMatchObject({
    fields: {},
    hiddenFields: ["queue", "birthday"],
  });
  const whole = "call-context:read call-context:read-pii";
  expect(await seen(new Desk(), whole)).toMatchObject({
    fields: { queue: "gold", birthday: "1980-05-17" },
    hiddenFields: [],
  });
});

test("a page of any origin may load the element and the settings, and nothing else", async () => {
  const desk = new Desk({ labels });
  for (const path of ["/call-context.js", "/agent/settings.json"]) {
    expect((await desk.ask(path)).headers.get("access-control-allow-origin")).toBe("*");
  }
  for (const path of ["/agent", "/openapi.json", "/health"]) {
    expect((await desk.ask(path)).headers.has("access-control-allow-origin")).toBe(false);
  }
  expect(await (await desk.ask("/agent/settings.json")).json()).toEqual({
    labels,
    frameAncestors: [],
  });
});

test.each(["/agent", "/agent/workspace"])(
  "%s may be framed by configured origins, and by none unless said",
  async (path) => {
    const framed = await new Desk({ frameAncestors: ["https://crm.example.com"] }).ask(path);
    expect(framed.headers.has("x-frame-options")).toBe(false);
    expect((await new Desk().ask(path)).headers.get("x-frame-options")).toBe("DENY");
  },
);

test("the page's policy names who may frame it and where it signs in", () => {
  const page = {
    html: "",
    contentSecurityPolicy: "connect-src 'self'; frame-ancestors 'none'",
  };
  expect(policyFor(page, { frameAncestors: [], signIn: undefined })).toBe(
    page.contentSecurityPolicy,
  );
  const signIn = {
    clientId: "agent-page",
    scope: "openid",
    params: "",
    authorizationEndpoint: "https://login.example.com/authorize",
    tokenEndpoint: "https://tokens.example.com/token",
  };
  const frameAncestors = ["https://crm.example.com", "https://desk.example.com"];
  expect(policyFor(page, { frameAncestors, signIn })).toBe(
    "connect-src 'self' https://tokens.example.com; frame-ancestors https://crm.example.com https://desk.example.com",
  );
});

test("labels that cannot be read stop the start, and missing ones beside the Lambda do not", () => {
  const folder = mkdtempSync(join(tmpdir(), "labels-"));
  expect(readFieldLabels(undefined, folder)).toEqual({});
  expect(() => readFieldLabels("labels.json", folder)).toThrow("AGENT_LABELS_FILE");
  writeFileSync(join(folder, "labels.json"), '{"en-US": [{"id": "queue"}]}');
  expect(() => readFieldLabels("labels.json", folder)).toThrow("must be labels by locale");
  writeFileSync(join(folder, "labels.json"), '{"en-US": [{"id": "queue", "label": "Queue"}]}');
  expect(readFieldLabels(undefined, folder)).toEqual({
    "en-US": [{ id: "queue", kind: "text", label: "Queue", sensitive: true, values: {} }],
  });
  rmSync(folder, { recursive: true });
});

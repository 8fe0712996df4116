import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { sampleDocument } from "../testing/sample-deployment.ts";
import { readDeployment } from "./read-deployment.ts";

function folderWith(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), "skill-call-deployment-"));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(
      join(folder, name),
      typeof content === "string" ? content : JSON.stringify(content),
    );
  }
  return folder;
}

test("routes in a file of their own are found beside the document", () => {
  const { routes } = sampleDocument.sma;
  const sma = { ...sampleDocument.sma, routes: "routes.json" };
  const folder = folderWith({
    "deployment.json": { ...sampleDocument, sma },
    "routes.json": routes,
  });
  expect(readDeployment(join(folder, "deployment.json")).sma?.routes).toEqual(routes);
});

test("those of Amazon Connect, too", () => {
  const { routes } = sampleDocument.connect;
  const folder = folderWith({
    "deployment.json": {
      stage: "test",
      connect: { ...sampleDocument.connect, routes: "contacts.json" },
    },
    "contacts.json": routes,
  });
  expect(readDeployment(join(folder, "deployment.json")).connect?.routes).toEqual(routes);
});

test("routes in the document need no file", () => {
  const folder = folderWith({ "deployment.json": sampleDocument });
  expect(readDeployment(join(folder, "deployment.json")).sma?.routes).toEqual(
    sampleDocument.sma.routes,
  );
});

test("a missing file of routes is named with its place", () => {
  const sma = { ...sampleDocument.sma, routes: "nowhere.json" };
  const folder = folderWith({ "deployment.json": { stage: "test", sma } });
  expect(() => readDeployment(join(folder, "deployment.json"))).toThrow(
    "sma.routes: nowhere.json cannot be read",
  );
});

test("a document that is not JSON, or not there, is named", () => {
  const folder = folderWith({ "deployment.json": "{stage: prod}" });
  expect(() => readDeployment(join(folder, "deployment.json"))).toThrow(
    /deployment\.json is not JSON/,
  );
  expect(() => readDeployment(join(folder, "other.json"))).toThrow(/other\.json cannot be read/);
});

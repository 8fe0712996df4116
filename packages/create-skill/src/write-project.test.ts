import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { readCallFormFile } from "@skill-call/call-form/files";
import { defaults } from "./answers.ts";
import { formDocuments } from "./project/form-documents.ts";
import { refuseTakenFolder, writeProject } from "./write-project.ts";

const folder = mkdtempSync(join(tmpdir(), "create-skill-"));
afterAll(() => rmSync(folder, { recursive: true }));

const materials = {
  versions: {
    "@skill-call/skill": "1.2.3",
    "@skill-call/alexa-emulator": "1.0.0",
    "skill-call": "2.0.0",
  },
  icons: "../../skill-package/assets/images",
};

test("a project has its form in every locale, models that follow from it, and a package.json of its own", () => {
  const project = join(folder, "Oak Clinic");
  writeProject(project, { ...defaults, locales: ["fr-CA", "en-US", "en-CA"] }, materials);
  const form = readCallFormFile(join(project, "call-form.json"));
  expect(form.reasons).toEqual(["facturation", "soutien-technique", "ventes", "other"]);
  expect(form.words.map(({ reasons }) => reasons.ventes?.name)).toEqual([
    "les ventes",
    "sales",
    "sales",
  ]);
  for (const locale of ["fr-CA", "en-US", "en-CA"])
    expect(existsSync(join(project, `skill-package/interactionModels/custom/${locale}.json`))).toBe(
      true,
    );
  expect(JSON.parse(readFileSync(join(project, "package.json"), "utf8"))).toMatchObject({
    name: "oak-clinic",
    dependencies: { "@skill-call/skill": "^1.2.3" },
    devDependencies: { "skill-call": "^2.0.0" },
  });
});

test("a folder that holds anything is refused; a new one and an empty one are not", () => {
  const [taken, empty] = [join(folder, "taken"), join(folder, "empty")];
  mkdirSync(empty);
  mkdirSync(join(taken, ".git"), { recursive: true });
  expect(() => refuseTakenFolder(empty)).not.toThrow();
  expect(() => refuseTakenFolder(taken)).not.toThrow();
  expect(() => refuseTakenFolder(join(folder, "new"))).not.toThrow();
  writeFileSync(join(taken, "notes.txt"), "");
  expect(() => refuseTakenFolder(taken)).toThrow("There is something in");
  expect(() => refuseTakenFolder(join(taken, "notes.txt"))).toThrow("There is something in");
});

test.each([
  ["appointments", "appointments"],
  ["an order", "order"],
  ["theatre tickets", "theatre-tickets"],
  ["la facturación", "facturacion"],
  ["l'achat", "achat"],
  ["les ventes", "ventes"],
])("%j has the ID %s", (name, id) => {
  const { form } = formDocuments({ ...defaults, reasons: { ...defaults.reasons, en: [name] } });
  expect(form.reasons).toEqual([id, "other"]);
});

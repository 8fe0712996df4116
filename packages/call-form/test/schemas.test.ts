import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import { jsonSchemas } from "../scripts/json-schemas.ts";
import { reference } from "../scripts/reference.ts";

const root = "../..";
const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));

test.each(Object.entries(jsonSchemas()))(
  "%s says what the reader says (pnpm schemas writes it)",
  (file, schema) => {
    expect(read(`schema/${file}`)).toEqual(JSON.parse(JSON.stringify(schema)));
  },
);

test.each([
  ["call-form.schema.json", `${root}/call-form.json`],
  ["words.schema.json", `${root}/words/en-US.json`],
  ["words.schema.json", `${root}/words/en-CA.json`],
  ["words.schema.json", `${root}/words/es-US.json`],
  ["words.schema.json", `${root}/words/fr-CA.json`],
])("by %s an editor finds no fault with %s", (schema, file) => {
  const validate = new Ajv({ strict: false }).compile(read(`schema/${schema}`));
  expect(validate(read(file)) || validate.errors).toBe(true);
});

test("an editor finds a misspelt property", () => {
  const validate = new Ajv({ strict: false }).compile(read("schema/call-form.schema.json"));
  const form = read(`${root}/call-form.json`);
  expect(validate({ ...form, fields: [{ ...form.fields[0], skipable: true }] })).toBe(false);
});

test("the reference of docs/call-form.md is that of the schemas (pnpm schemas writes it)", () => {
  expect(readFileSync(`${root}/docs/call-form.md`, "utf8")).toContain(reference());
});

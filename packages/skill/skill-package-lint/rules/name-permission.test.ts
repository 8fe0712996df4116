import { expect, test } from "@jest/globals";
import { permissionsFor } from "../../skill-package-models/permissions-for.ts";
import { aSkillPackage } from "../testing/a-skill-package.ts";
import { lintOf } from "../testing/lint-of.ts";
import { namePermission } from "./name-permission.ts";

const mobile = { name: "alexa::profile:mobile_number:read" } as const;
const given = { name: "alexa::profile:given_name:read" } as const;

function formTaking(fromProfile: boolean) {
  const { form } = aSkillPackage();
  const fields = form.fields.map((field) =>
    field.kind === "name" ? { ...field, fromProfile } : field,
  );
  return { ...form, fields };
}

test("a permission that nobody uses is found", () => {
  const findings = lintOf(({ manifest }) =>
    Object.assign(manifest.manifest ?? {}, { permissions: [mobile, given] }),
  );
  expect(findings.filter((line) => line.includes("(name-permission)"))).toEqual([
    expect.stringMatching(/^skill\.json \$\.manifest\.permissions: the given name is asked for/),
  ]);
});

test("one that the form needs and the manifest does not ask for is found", () => {
  const skillPackage = { ...aSkillPackage(), form: formTaking(true) };
  expect([...namePermission.check(skillPackage)]).toHaveLength(1);
});

test("it is added and taken away as the form wants it, beside the others", () => {
  expect(permissionsFor(formTaking(true), [mobile])).toEqual([mobile, given]);
  expect(permissionsFor(formTaking(true), [given, mobile])).toEqual([mobile, given]);
  expect(permissionsFor(formTaking(false), [given, mobile])).toEqual([mobile]);
});

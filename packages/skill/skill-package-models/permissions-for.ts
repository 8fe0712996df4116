import type { CallForm } from "@skill-call/call-form";
import { givenNameScope } from "../src/alexa/mobile-number.ts";

interface Permission {
  readonly name?: string | undefined;
}

/** The manifest's permissions with the given name among them, or not, as the form wants it. */
export function permissionsFor<P extends Permission>(
  { fields }: CallForm,
  permissions: readonly P[],
): readonly (P | { readonly name: string })[] {
  const others = permissions.filter(({ name }) => name !== givenNameScope);
  const isWanted = fields.some((field) => field.kind === "name" && field.fromProfile);
  return isWanted ? [...others, { name: givenNameScope }] : others;
}

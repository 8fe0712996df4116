import { isDeepStrictEqual } from "node:util";
import { permissionsFor } from "../../skill-package-models/permissions-for.ts";
import type { PackageRule } from "../rule.ts";

/** The manifest asks for the caller's given name where the call form takes it, and nowhere else. */
export const namePermission: PackageRule = {
  name: "name-permission",
  *check({ form, manifest: { file, content } }) {
    const permissions = content.manifest?.permissions ?? [];
    if (isDeepStrictEqual(permissions, permissionsFor(form, permissions))) return;
    yield {
      file,
      path: ["manifest", "permissions"],
      message:
        "the given name is asked for exactly where call-form.json takes it (fromProfile); `skill:models` mends it",
    };
  },
};

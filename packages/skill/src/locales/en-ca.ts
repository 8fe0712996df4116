import type { Catalog } from "./catalog.ts";
import { enUs } from "./en-us.ts";

/** Canadian English says every one of these sentences the same way. */
export const enCa: Catalog = { ...enUs, locale: "en-CA" };

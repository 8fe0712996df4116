import { createCatalogs } from "../locales/create-catalogs.ts";
import { exampleForm } from "./example-form.ts";

/** Every sentence of Example Support, by locale. */
export const catalogFor = createCatalogs(exampleForm);

/** A reference into the contact, such as `$.External.route` or `$.SegmentAttributes['connect:Subtype']`. */
const referencePattern =
  /\$\.[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_:-]*[A-Za-z0-9_-]|\[(?:'[^']*'|"[^"]*"|\d+)\])*/g;
const wholeReference = new RegExp(`^${referencePattern.source}$`);

/** Namespaces that are an object of keys: a reference has to go on to one of them. */
const namespaces: ReadonlySet<string> = new Set([
  "Attributes",
  "External",
  "FlowAttributes",
  "CustomerEndpoint",
  "SystemEndpoint",
  "Queue",
  "SegmentAttributes",
  "Lex",
  "Media",
  "MediaStreams",
  "Metrics",
  "Modules",
  "Views",
  "Customer",
  "Case",
  "Agent",
  "Tags",
  "Campaign",
  "Wisdom",
  "Loop",
  "Task",
  "Email",
  "References",
  "Storage",
  "StoredCustomerInputs",
  "Contact",
]);

/** True of a text that is one reference and nothing else, as resource parameters take it. */
export function isReference(text: string): boolean {
  return wholeReference.test(text);
}

/** The references in a text, in order, as prompts may hold them. */
export function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(referencePattern)].map(([reference]) => reference);
}

/** The steps of a reference: `$.External.a` → `["External", "a"]`. */
export function stepsOf(reference: string): readonly string[] {
  const steps = reference.slice(1).matchAll(/\.([^.[\]]+)|\[(?:'([^']*)'|"([^"]*)"|(\d+))\]/g);
  return [...steps].map(
    ([, dotted, single, double, index]) => dotted ?? single ?? double ?? index ?? "",
  );
}

/** True when a reference stops at a namespace such as `$.External`, which is not a value. */
export function isBareNamespace(reference: string): boolean {
  const [root, ...more] = stepsOf(reference);
  return root !== undefined && more.length === 0 && namespaces.has(root);
}

/** The text with each reference replaced by what `resolve` says of it. */
export function interpolate(text: string, resolve: (reference: string) => string): string {
  return text.replace(referencePattern, (reference) => resolve(reference));
}

import { toJsonSchemaDefs } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { problemSchema } from "../http/problem.ts";
import { newNoteSchema } from "../routes/add-note.ts";
import { contextSnapshotSchema } from "../routes/follow-context.ts";
import { lookupSchema } from "../routes/lookup-context.ts";
import { statusAnswerSchema, statusChangeSchema } from "../routes/set-status.ts";
import { contextIdSchema, contextViewSchema, statusSchema } from "../view/context-view.ts";
import { noteViewSchema, timelineEntrySchema, timelineViewSchema } from "../view/timeline-view.ts";
import { vconSchema } from "../view/vcon.ts";

/** What generated clients call the types. */
const named = {
  ContextId: contextIdSchema,
  Context: contextViewSchema,
  Vcon: vconSchema,
  Status: statusSchema,
  Timeline: timelineViewSchema,
  TimelineEntry: timelineEntrySchema,
  ContextSnapshot: contextSnapshotSchema,
  Lookup: lookupSchema,
  NewNote: newNoteSchema,
  Note: noteViewSchema,
  StatusChange: statusChangeSchema,
  StatusAnswer: statusAnswerSchema,
  Problem: problemSchema,
} as const satisfies Record<string, v.GenericSchema>;

export type SchemaName = keyof typeof named;

/** The document's schemas, by name. */
export function namedSchemas(): Record<string, object> {
  return toJsonSchemaDefs(named, {
    target: "draft-2020-12",
    // The complaint about patterns with the `u` flag, which JSON Schema implies.
    errorMode: "ignore",
    overrideRef: ({ referenceId }) => refTo(referenceId as SchemaName).$ref,
  });
}

export function refTo(name: SchemaName) {
  return { $ref: `#/components/schemas/${name}` };
}

/** @throws {Error} for a schema without a name: generated clients would make one up */
export function refOf(schema: v.GenericSchema) {
  const found = Object.entries(named).find(([, each]) => each === schema)?.[0];
  if (found === undefined) throw new Error("A route has a schema that has no name");
  return refTo(found as SchemaName);
}

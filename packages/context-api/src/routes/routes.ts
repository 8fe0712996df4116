import { addNote } from "./add-note.ts";
import { followContext } from "./follow-context.ts";
import { getContext } from "./get-context.ts";
import { getTimeline } from "./get-timeline.ts";
import { lookupContext } from "./lookup-context.ts";
import type { AnyRoute } from "./route.ts";
import { setStatus } from "./set-status.ts";

/** Everything that asks for a context. */
export const routes: readonly AnyRoute[] = [
  getContext,
  lookupContext,
  addNote,
  setStatus,
  getTimeline,
  followContext,
];

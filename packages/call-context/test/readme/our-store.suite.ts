import { test } from "node:test"; // or jest's, or vitest's
import { callContextStoreConformance } from "@skill-call/call-context/testing";
import { createOurStore } from "./our-store.ts";

callContextStoreConformance({
  test,
  // The suite moves this clock: your store must ask it for the time.
  createStore: ({ clock, ttlSeconds }) => createOurStore({ clock, ttlSeconds }),
});

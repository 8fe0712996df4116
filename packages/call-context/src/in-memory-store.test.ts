import { test } from "@jest/globals";
import { createInMemoryCallContextStore } from "./in-memory-store.ts";
import { callContextStoreConformance, callHistoryConformance } from "./testing/index.ts";

callContextStoreConformance({ test, createStore: createInMemoryCallContextStore });
callHistoryConformance({ test, createStore: createInMemoryCallContextStore });

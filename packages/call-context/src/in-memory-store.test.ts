import { test } from "@jest/globals";
import { createInMemoryCallContextStore } from "./in-memory-store.ts";
import {
  callContextStoreConformance,
  callerRecordsConformance,
  callHistoryConformance,
} from "./testing/index.ts";

callContextStoreConformance({ test, createStore: createInMemoryCallContextStore });
callHistoryConformance({ test, createStore: createInMemoryCallContextStore });
callerRecordsConformance({ test, createStore: createInMemoryCallContextStore });

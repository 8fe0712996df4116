import { test } from "@jest/globals";
import { createInMemoryCallContextStore } from "./in-memory-store.ts";
import { callContextStoreConformance } from "./testing/index.ts";

callContextStoreConformance({ test, createStore: createInMemoryCallContextStore });

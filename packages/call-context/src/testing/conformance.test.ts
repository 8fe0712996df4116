import { expect, test } from "@jest/globals";
import { createInMemoryCallContextStore } from "../in-memory-store.ts";
import type { CallContextStore } from "../store.ts";
import {
  type ConformanceSettings,
  callContextStoreConformance,
  callHistoryConformance,
} from "./index.ts";

/** Runs the suite as a runner would; answers the names of the tests that fail. */
async function failuresOf(
  createStore: (settings: ConformanceSettings) => CallContextStore,
): Promise<string[]> {
  const tests: { name: string; run: () => Promise<void> }[] = [];
  callContextStoreConformance({ test: (name, run) => tests.push({ name, run }), createStore });
  const failed = await Promise.all(
    tests.map(({ name, run }) =>
      run().then(
        () => [],
        () => [name.replace("call context store: ", "")],
      ),
    ),
  );
  return failed.flat();
}

/** A store with one method done wrong. */
function broken(fault: (store: CallContextStore) => Partial<CallContextStore>) {
  return (settings: ConformanceSettings): CallContextStore => {
    const store = createInMemoryCallContextStore(settings);
    const methods: CallContextStore = {
      create: store.create.bind(store),
      claim: store.claim.bind(store),
      get: store.get.bind(store),
      advance: store.advance.bind(store),
    };
    return { ...methods, ...fault(store) };
  };
}

test("a store that keeps every promise passes", async () => {
  expect(await failuresOf(createInMemoryCallContextStore)).toEqual([]);
});

test("a store that reads expired contexts fails", async () => {
  const immortal = ({ ttlSeconds }: ConformanceSettings) =>
    createInMemoryCallContextStore({ ttlSeconds, clock: () => 0 });
  expect(await failuresOf(immortal)).toContain(
    "an expired context that nobody swept cannot be read",
  );
});

test("a store that lets another call claim fails", async () => {
  const careless = broken((store) => ({
    claim: (contextId, _transactionId, request) => store.claim(contextId, "any", request),
  }));
  expect(await failuresOf(careless)).toEqual(
    expect.arrayContaining([
      "another transaction may not claim, and changes nothing",
      "of many transactions that claim at once exactly one gets the context",
    ]),
  );
});

test("a store that answers the wrong error fails", async () => {
  const vague = broken((store) => ({
    get: (contextId, request) =>
      store.get(contextId, request).catch(() => {
        throw new Error("No");
      }),
  }));
  expect(await failuresOf(vague)).toContain("get of an unknown ID is not found");
});

test("a store that says nothing of a late event fails", async () => {
  const yes = broken((store) => ({
    advance: async (...request) => {
      await store.advance(...request);
      return true;
    },
  }));
  expect(await failuresOf(yes)).toContain(
    "from ended the status moves to nothing and never elsewhere",
  );
});

test("a store that pays no heed to the signal fails", async () => {
  const deaf = broken((store) => ({ get: (contextId) => store.get(contextId) }));
  expect(await failuresOf(deaf)).toEqual([
    "a request whose signal is aborted is not carried out, and says why",
  ]);
});

test("a store that notes a repeated note twice fails the suite of histories", async () => {
  const tests: { name: string; run: () => Promise<void> }[] = [];
  const createStore = (settings: ConformanceSettings) => {
    const store = createInMemoryCallContextStore(settings);
    let count = 0;
    const addNote: typeof store.addNote = (contextId, { text }, request) => {
      count += 1;
      return store.addNote(contextId, { id: `note-${count}`, text }, request);
    };
    return { ...boundTo(store), addNote };
  };
  callHistoryConformance({ test: (name, run) => tests.push({ name, run }), createStore });
  const again = tests.find(({ name }) => name === "call history: the same note again is one note");
  await expect(again?.run()).rejects.toThrow();
});

function boundTo(store: ReturnType<typeof createInMemoryCallContextStore>) {
  return {
    create: store.create.bind(store),
    claim: store.claim.bind(store),
    get: store.get.bind(store),
    advance: store.advance.bind(store),
    history: store.history.bind(store),
  };
}

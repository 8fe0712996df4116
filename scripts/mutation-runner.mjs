// Runs a package's tests for StrykerJS: with jest's own circus and expect, but in one process that loads the tests once. A
// mutant then costs milliseconds, where a jest run of its own costs seconds: docs/decisions/0038-mutants-in-one-process.md.
import { readFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { relative, resolve } from "node:path";
import { jestExpect } from "@jest/expect";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { transformSync } from "@swc/core";
import * as circus from "jest-circus";
import { ModuleMocker } from "jest-mock";
import base from "../jest.config.base.mjs";
import { mutationGroups, mutationRun, testsOf } from "./mutation-groups.mjs";

/** A test whose promise a mutant leaves open fails by then; on a busy machine others take seconds. */
const testTimeoutMs = 30_000;

/** Reads a document, puts jest's timers in the place of Node's, counts what the processor takes, takes a quarter of a minute. */
const leftOut = /(?:^|\/)(?:readme|within-time|linear-time|any-call)\.test\.ts$/;

/** What tests import of jest, as far as tests of what is mutated need it. */
const mocker = new ModuleMocker(globalThis);
const jest = { fn: mocker.fn.bind(mocker), spyOn: mocker.spyOn.bind(mocker) };
const jestGlobals = { ...circus, expect: jestExpect, jest };

const { NAMESPACE } = INSTRUMENTER_CONSTANTS;
globalThis[NAMESPACE] ??= {};
const instrumented = globalThis[NAMESPACE];

class CircusRunner {
  /** A test file's part of circus each; undefined until they are loaded, as in a process that follows one that hung. */
  #states;
  /** The mutant that was active then. */
  #loadedWith;
  /** Those that come to the files with mutants in any way; all until that is known. */
  #testFiles;
  /** Those that come to a mutant while they run; none until that is known. */
  #testsByMutant = new Map();
  /** Whether the first test that fails is the last one. */
  #bails = false;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    requireTypeScript();
    circus.addEventHandler(({ name, test }, { rootDescribeBlock }) => {
      if (name === "test_started") instrumented.currentTestId = idOf(test);
      if (name !== "test_done") return;
      instrumented.currentTestId = undefined;
      if (this.#bails && test.errors.length > 0) skipAll(rootDescribeBlock);
    });
  }

  async dryRun() {
    this.#load();
    const run = await this.#run({ bails: false });
    this.#testFiles = quickestFirst(this.#testFiles, run.tests);
    const placeOf = (state) => this.#testFiles.indexOf(resolve(state.rootDescribeBlock.file));
    this.#states.sort((a, b) => placeOf(a) - placeOf(b));
    for (const [test, mutants] of Object.entries(instrumented.mutantCoverage.perTest)) {
      for (const id of Object.keys(mutants)) {
        this.#testsByMutant.set(id, [...(this.#testsByMutant.get(id) ?? []), test]);
      }
    }
    return { ...run, mutantCoverage: instrumented.mutantCoverage };
  }

  /** Loading costs more than most tests: of a mutant that some come to without it, they are asked first. */
  async mutantRun({ activeMutant, sandboxFileName: file, testFilter, hitLimit, ...options }) {
    const { id } = activeMutant;
    const whileLoading = options.reloadEnvironment || options.mutantActivation === "static";
    const run = { file, bails: !options.disableBail, hitLimit };
    const only = whileLoading ? this.#testsByMutant.get(id) : testFilter;
    if (only || !whileLoading) {
      if (!this.#states || this.#loadedWith !== undefined) this.#load();
      const result = await this.#tryMutant(id, { ...run, only });
      if (!whileLoading || result.status !== MutantRunStatus.Survived) return result;
    }
    Object.assign(instrumented, { hitCount: 0, hitLimit });
    try {
      this.#load(id);
    } catch (error) {
      // The mutant keeps a module from being loaded: every test that imports it would fail.
      const tests = [{ ...failed, id: "loading", failureMessage: String(error) }];
      return toMutantRunResult({ status: DryRunStatus.Complete, tests });
    }
    return this.#tryMutant(id, run);
  }

  async #tryMutant(id, { hitLimit, ...options }) {
    Object.assign(instrumented, { activeMutant: id, hitCount: 0, hitLimit });
    const run = await this.#run(options);
    instrumented.activeMutant = undefined;
    const tooOften = determineHitLimitReached(instrumented.hitCount, hitLimit);
    return toMutantRunResult(tooOften ?? run);
  }

  /** Loads the package's tests and sources anew, with a mutant that is active meanwhile. */
  #load(mutant) {
    instrumented.activeMutant = mutant;
    this.#loadedWith = mutant;
    const here = `${process.cwd()}/`;
    for (const file of Object.keys(require.cache)) {
      if (file.startsWith(here) && !file.includes("/node_modules/")) delete require.cache[file];
    }
    this.#states = undefined;
    const files = this.#testFiles ?? testFiles();
    const states = files.map((file) => {
      circus.resetState();
      const state = circus.getState();
      state.testTimeout = testTimeoutMs;
      state.rootDescribeBlock.file = relative(process.cwd(), file);
      require(file);
      return state;
    });
    const mutated = new Set(mutationRun.files.map((file) => resolve(file)));
    const related = files.filter((file) => reaches(file, mutated));
    this.#testFiles = related;
    this.#states = states.filter((_, index) => related.includes(files[index]));
  }

  /** @param file whose mutant it is: what does not come to it cannot notice; without it, every test */
  async #run({ only, file, bails }) {
    const wanted = only && new Set(only);
    const tests = [];
    this.#bails = bails;
    for (const state of this.#states) {
      if (file && !reaches(resolve(state.rootDescribeBlock.file), new Set([file]))) continue;
      const here = testsIn(state.rootDescribeBlock);
      const chosen = here.filter((test) => !wanted || wanted.has(idOf(test)));
      if (chosen.length === 0) continue;
      prepare(here, new Set(chosen));
      tests.push(...(await this.#runFile(state, chosen)));
      if (bails && tests.some(({ status }) => status === TestStatus.Failed)) break;
    }
    return { status: DryRunStatus.Complete, tests };
  }

  async #runFile(state, chosen) {
    state.hasStarted = false;
    state.unhandledErrors = [];
    circus.setState(state);
    await circus.run();
    const stray = state.unhandledErrors.map(messageOf);
    return chosen.map((test) => {
      const [message] = [...test.errors.map(messageOf), ...stray];
      // By its file StrykerJS knows whether a test is what it was at an earlier run.
      const fileName = resolve(state.rootDescribeBlock.file);
      const facts = { id: idOf(test), name: idOf(test), fileName, timeSpentMs: test.duration ?? 0 };
      return message === undefined
        ? { ...facts, status: TestStatus.Success }
        : { ...facts, status: TestStatus.Failed, failureMessage: message };
    });
  }
}

const failed = { name: "loading", status: TestStatus.Failed, timeSpentMs: 0 };
const require = createRequire(import.meta.url);

/** As jest.config.base.mjs has it compiled. */
function requireTypeScript() {
  const [, options] = Object.values(base.transform)[0];
  const compiled = new Map();
  Module._extensions[".ts"] = (module, file) => {
    if (!compiled.has(file)) {
      const source = readFileSync(file, "utf8");
      compiled.set(file, transformSync(source, { ...options, filename: file }).code);
    }
    module._compile(compiled.get(file), file);
  };
  const load = Module._load;
  Module._load = (request, ...rest) =>
    request === "@jest/globals" ? jestGlobals : load(request, ...rest);
}

function testFiles() {
  const tests = testsOf(mutationGroups[mutationRun.group], process.cwd());
  return tests.filter((name) => !leftOut.test(name)).map((name) => resolve(name));
}

/** Whether a module imports one of these files, itself or through others. */
function reaches(from, files, seen = new Set()) {
  if (files.has(from)) return true;
  seen.add(from);
  const children = require.cache[from]?.children ?? [];
  return children.some(({ id }) => !seen.has(id) && reaches(id, files, seen));
}

/** A mutant that a table of cases notices does not wait for a property's thousand draws. */
export function quickestFirst(files, tests) {
  const timeOf = (file) =>
    tests.reduce((sum, test) => sum + (test.fileName === file ? test.timeSpentMs : 0), 0);
  return files.toSorted((a, b) => timeOf(a) - timeOf(b));
}

function testsIn(block) {
  return block.children.flatMap((child) => (child.type === "test" ? [child] : testsIn(child)));
}

function skipAll(block) {
  for (const test of testsIn(block)) test.mode = "skip";
}

/** As if none had run. */
function prepare(tests, chosen) {
  for (const test of tests) {
    Object.assign(test, { errors: [], status: null, retryReasons: [], invocations: 0 });
    test.mode = chosen.has(test) ? undefined : "skip";
  }
}

function idOf(test) {
  const names = [test.name];
  let block = test.parent;
  for (; block.parent; block = block.parent) names.unshift(block.name);
  return [block.file, ...names].join(" > ");
}

function messageOf(error) {
  const [first, second] = Array.isArray(error) ? error : [error];
  const thrown = first ?? second;
  return thrown?.message ?? String(thrown);
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "circus", CircusRunner)];

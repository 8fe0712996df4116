// jest's runtime, but each file is compiled once in a process. jest gives every test file modules of its own, as it should, and
// compiles them anew for that: of the CDK and the SDKs, most of what a file of tests takes. Functions that V8 has
// compiled are shared by all contexts in which a script runs: docs/decisions/0048-compiled-once.md.
const { Script } = require("node:vm");

// As jest-runner has it, who asks for this file.
const { default: Runtime } = module.parent.require("jest-runtime");

/** By a file's name; the text is looked at, for it may be changed by then. */
const compiled = new Map();

class CompiledOnceRuntime extends Runtime {
  constructor(...options) {
    super(...options);
    const { executor } = this;
    const compileAnew = executor.compile.bind(executor);
    const parameters = executor.injectedModuleParameters.join();
    executor.compile = (text, filename) => {
      const context = this._environment.getVmContext();
      const script = context && scriptOf(text, filename, parameters);
      return script ? script.runInContext(context) : compileAnew(text, filename);
    };
  }
}

/** Undefined where it cannot be compiled: jest says best what is wrong. */
function scriptOf(text, filename, parameters) {
  const known = compiled.get(filename);
  if (known?.text === text) return known.script;
  const before = `(function(${parameters}){`;
  try {
    const wrapped = `${before}${text}\n})`;
    const script = new Script(wrapped, { filename, columnOffset: -before.length });
    compiled.set(filename, { text, script });
    return script;
  } catch {
    return undefined;
  }
}

module.exports = CompiledOnceRuntime;

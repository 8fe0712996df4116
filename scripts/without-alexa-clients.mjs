// An esbuild plugin for skills: ask-sdk-core takes the clients of all of Alexa's services from ask-sdk-model, for skills
// that hand it an API client. Ours asks for itself, and of ask-sdk-model nothing but these clients is code.
// See docs/decisions/0003-how-lambdas-are-bundled.md.

export const withoutAlexaClients = {
  name: "without-alexa-clients",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]ask-sdk-model[\\/]index\.js$/ }, () => ({
      contents: "exports.services = {};",
    }));
  },
};

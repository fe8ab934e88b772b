/** What TypeScript's own types do not know yet. */
type Policy = { createScriptURL: (url: string) => string };
type WithTrustedTypes = { trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy } };

/**
 * Where Trusted Types are required, a browser runs only scripts that a policy vouches for. The policy `name`, which
 * the page's security policy has to allow, knows this one script; ask for it once.
 */
export function trustedScript(name: string, url: string): string {
  const { trustedTypes } = globalThis as WithTrustedTypes;
  return trustedTypes?.createPolicy(name, { createScriptURL: () => url }).createScriptURL(url) ?? url;
}

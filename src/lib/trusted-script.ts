/** What TypeScript's own types do not know yet. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
};

/**
 * Where Trusted Types are required, a browser runs only scripts that a policy vouches for. The policy `name`, which
 * the page's security policy has to allow, knows this one script; ask for it once.
 */
export function trustedScript(name: string, url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy(name, { createScriptURL: () => url }).createScriptURL(url) ?? url;
}

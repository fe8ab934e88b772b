/* What a host sends with the app's files. The preview server and the files for hosts (`host-files.ts`) both follow it. */

/** For files whose name holds a hash of their content, which never change. */
const FOREVER = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** The app needs none of these. A feature that is not named keeps its default, so all that browsers know are named. */
const deniedFeatures = `accelerometer autoplay camera display-capture encrypted-media fullscreen gamepad geolocation
  gyroscope hid identity-credentials-get idle-detection local-fonts magnetometer microphone midi otp-credentials payment
  picture-in-picture publickey-credentials-create publickey-credentials-get screen-wake-lock serial storage-access
  sync-xhr usb window-management xr-spatial-tracking`.split(/\s+/);

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types diagnosis-worker service-worker',
].join('; ');

/** The policy for a `<meta>` element, for hosts that send no headers. Only a header can say who may frame the page. */
export const policyInPage = contentSecurityPolicy.replace("frame-ancestors 'none'; ", '');

/** The headers of every response, errors included, unless its folder has its own. */
export const headers: Record<string, string> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    'clipboard-read=(self)',
    'clipboard-write=(self)',
    ...deniedFeatures.map((feature) => `${feature}=()`),
  ].join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  // Cached, but revalidated each time: pages, dataset and service worker change under the same name.
  'Cache-Control': 'no-cache',
};

/** What the files of some folders have instead. Paths are relative to the app's base path. */
export const folderHeaders: Record<string, Record<string, string>> = {
  'assets/': FOREVER,
  // Chats and tickets show the pictures beside a link.
  'pictures/': { ...FOREVER, 'Cross-Origin-Resource-Policy': 'cross-origin' },
};

/** The headers of the file at `path`, which is relative to the app's base path. */
export function headersOf(path: string): Record<string, string> {
  const folder = Object.keys(folderHeaders).find((name) => path.startsWith(name));
  return { ...headers, ...folderHeaders[folder ?? ''] };
}

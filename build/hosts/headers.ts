/*
 * What a host sends with the app's files, said once: the preview server and the files for all hosts (`host-files.ts`)
 * are made from it.
 */

/** For files whose name holds a hash of what is in them: under that name they never change. */
const FOR_GOOD = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** Nothing here needs them. What is not named keeps its default, so all that a browser knows is named. */
const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

const permissionsPolicy = [
  'clipboard-read=(self)',
  'clipboard-write=(self)',
  ...deniedFeatures.map((feature) => `${feature}=()`),
].join(', ');

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

/** The policy as a page itself can say it, for hosts that send no headers: all but who may frame it. */
export const policyInPage = contentSecurityPolicy.replace("frame-ancestors 'none'; ", '');

/** What every response carries, an error's too, unless its folder says otherwise. */
export const headers: Record<string, string> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissionsPolicy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  // Kept, but asked about each time: pages, dataset and service worker change under the same name.
  'Cache-Control': 'no-cache',
};

/** What the files of some folders carry instead. The folders are named from the app's base path on. */
export const folderHeaders: Record<string, Record<string, string>> = {
  'assets/': FOR_GOOD,
  // Chats and tickets show them beside a link.
  'pictures/': { ...FOR_GOOD, 'Cross-Origin-Resource-Policy': 'cross-origin' },
};

/** What the file at `path` (from the app's base path on) carries. */
export function headersOf(path: string): Record<string, string> {
  const folder = Object.keys(folderHeaders).find((name) => path.startsWith(name));
  return { ...headers, ...(folder ? folderHeaders[folder] : {}) };
}

/** Of the pictures of pages, in pixels: what every reader of Open Graph data shows whole. */
export const pictureSize = { width: 1200, height: 630 };

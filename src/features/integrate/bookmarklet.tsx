import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { CopyText } from '../../components/copy-text';
import styles from './bookmarklet.module.css';

/** Takes the app's own address, ending in "/", and returns a bookmark's address that sends the selected text there. */
export function bookmarkletCode(home: string): string {
  // Half a character, cut off by the selection, can't be percent-encoded.
  return `javascript:void open(${JSON.stringify(`${home}#text=`)}+encodeURIComponent(String(getSelection()).replace(/\\p{Surrogate}/gu,"")),"_blank","noopener")`;
}

/** A bookmark to drag to the browser's bar, and the same as text where dragging is not possible. */
export function Bookmarklet({ home }: { home: string }) {
  const code = bookmarkletCode(home);
  const [pressed, setPressed] = useState(false);
  return (
    <>
      <p>
        {/* biome-ignore lint/a11y/useValidAnchor: it is a link, to be dragged; a press only says so */}
        <a
          // React does not render such an address, and this page's policy does not run it; a bookmark may have it.
          ref={(link) => link?.setAttribute('href', code)}
          href="#bookmarklet"
          className={`button ${styles.bookmark}`}
          onClick={(event) => {
            event.preventDefault();
            setPressed(true);
          }}
        >
          <Bookmark size="1em" aria-hidden="true" /> Diagnose the selection
        </a>
      </p>
      <p role="status">{pressed && 'Drag it to the bookmarks bar. It works from there, on any page.'}</p>
      <CopyText label="Bookmark’s address" button="Copy the address" text={code} />
    </>
  );
}

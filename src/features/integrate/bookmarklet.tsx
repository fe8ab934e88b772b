import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { CopyText } from '../../components/copy-text';
import styles from './bookmarklet.module.css';

/**
 * A bookmark that opens the selected text in this app, to drag to the bookmarks bar, and its address to copy. `home` is
 * the app's address, ending in "/".
 */
export function Bookmarklet({ home }: { home: string }) {
  // A selection can cut a character in half, which encodeURIComponent would throw at.
  const code = `javascript:void open(${JSON.stringify(`${home}#text=`)}+encodeURIComponent(String(getSelection()).replace(/\\p{Surrogate}/gu,"")),"_blank","noopener")`;
  const [isPressed, setPressed] = useState(false);
  return (
    <>
      <p>
        {/* biome-ignore lint/a11y/useValidAnchor: it is a link to drag; pressing it only shows a hint */}
        <a
          // React refuses to render javascript: addresses. This page's policy keeps it from running here.
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
      <p role="status">{isPressed && 'Drag this to your bookmarks bar, then use it on any page.'}</p>
      <CopyText label="Bookmark address" button="Copy the address" text={code} />
    </>
  );
}

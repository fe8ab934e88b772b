import { Component, type ReactNode } from 'react';
import styles from './error-boundary.module.css';

/** The last resort: says that the app failed, not the reader, and how to go on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <section className={styles.failure} role="alert">
        <h1>This page stopped working</h1>
        <p>
          The fault is ours, or a newer version of the app has replaced this one. What you typed is
          kept.
        </p>
        <p className={styles.actions}>
          <button type="button" className="button" onClick={() => window.location.reload()}>
            Load the page again
          </button>
          <a href={import.meta.env.BASE_URL}>Go to the start</a>
        </p>
      </section>
    );
  }
}

import { Component, type ReactNode } from 'react';
import styles from './error-boundary.module.css';

/** Shown when rendering or a page's code fails: it says that the app is at fault, and how to go on. */
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
        <p>Either we made a mistake, or a newer version has replaced this one. What you typed is kept.</p>
        <p className={styles.actions}>
          <button type="button" className="button" data-reload>
            Reload
          </button>
          <a href={import.meta.env.BASE_URL}>Go to the start</a>
        </p>
      </section>
    );
  }
}

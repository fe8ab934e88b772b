import { Link } from 'react-router-dom';
import { PageHeading } from '../components/page-heading';
import { Paragraph } from '../components/prose';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { longDate } from '../lib/long-date';
import styles from './integrate.module.css';

/** `/changes`: what has changed in the dataset, the newest first. */
export default function ChangesPage() {
  const { changes, rules } = useRuleset();
  return (
    <div className={styles.page}>
      <PageHeading>What’s new</PageHeading>
      {changes.length === 0 && <p>Nothing has been noted yet.</p>}
      {changes.map(({ date, text, concerns }) => (
        <section key={date + text} className="panel">
          <h2>
            <time dateTime={date}>{longDate(date)}</time>
          </h2>
          <Paragraph text={text} />
          {concerns.length > 0 && (
            <ul>
              {rules
                .filter(({ id }) => concerns.includes(id))
                .map(({ id, title }) => (
                  <li key={id}>
                    <Link to={`/errors/${id}`}>{title}</Link>
                  </li>
                ))}
            </ul>
          )}
        </section>
      ))}
      <p>
        <a href={`${import.meta.env.BASE_URL}changes.xml`}>A feed of these changes</a> for a feed reader.
      </p>
    </div>
  );
}

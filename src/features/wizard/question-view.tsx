import { type ComponentProps, useId } from 'react';
import { PageHeading } from '../../components/page-heading';
import { Paragraph } from '../../components/prose';
import { AnswerLinks } from './answer-links';

/** One question, with a link for each answer. */
export function QuestionView(props: ComponentProps<typeof AnswerLinks>) {
  const id = useId();
  const { text, help } = props.question;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, and these are links
    <div role="group" aria-labelledby={id} aria-describedby={help && `${id}-help`} className="panel">
      <title>{`${text} · ITSMC troubleshooter`}</title>
      <PageHeading id={id}>{text}</PageHeading>
      {help && (
        <div id={`${id}-help`}>
          <Paragraph text={help} />
        </div>
      )}
      <AnswerLinks {...props} />
    </div>
  );
}

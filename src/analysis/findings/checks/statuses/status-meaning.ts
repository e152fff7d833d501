import type { OperationKnowledge } from '../../../../services/service.ts';

export type StatusMeaning = 'pending' | 'succeeded' | 'failed';

/** What a status means, when the service knows, or when its name leaves no doubt. */
export function meaningOf(
  value: string,
  knowledge: OperationKnowledge | undefined,
): StatusMeaning | undefined {
  return knownMeaning(value, knowledge) ?? spokenMeaning(value);
}

/** What a status means as the service knows it. */
export function knownMeaning(
  value: string,
  knowledge: OperationKnowledge | undefined,
): StatusMeaning | undefined {
  const meanings = ['pending', 'succeeded', 'failed'] as const;
  return meanings.find((meaning) => knowledge?.status?.[meaning].includes(value));
}

/** Words that may also be where a thing rests, such as `ACTIVE` and `RUNNING`, say nothing. */
const words: Readonly<Record<StatusMeaning, RegExp>> = {
  pending:
    /^(?:.*[_-])?(?:in[_ -]?progress|pending|queued|submitted|processing|provisioning|initiali[sz]ing)$/iu,
  succeeded: /^(?:completed?|succeeded|success|successful|finished|done)$/iu,
  failed: /^(?:.*[_-])?(?:failed|failure|errored|aborted|timed[_-]?out)$/iu,
};

function spokenMeaning(value: string): StatusMeaning | undefined {
  const meanings = ['pending', 'succeeded', 'failed'] as const;
  return meanings.find((meaning) => words[meaning].test(value));
}

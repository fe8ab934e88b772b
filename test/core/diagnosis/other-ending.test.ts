import { describe, expect, it } from 'vitest';
import { createDiagnoser } from '../../../src/core/diagnosis';

const connection = 'connection to server at "db1" (10.0.0.1), port 5432 failed:';
const { diagnose } = createDiagnoser([
  { id: 'refused', signatures: ['connection to server at "{host}" ({ip}), port {port} failed: Connection refused'] },
  { id: 'slot', signatures: ['worker_init() Found child {child} in scoreboard slot {slot}'] },
]);
const found = (text: string) => diagnose(text).findings.map(({ ruleId }) => ruleId);

describe('a message that goes on differently behind a value', () => {
  it.each(['No route to host', 'Connection timed out', 'Connection is dead', 'timeout'])('is another: %s', (ending) => {
    expect(found(`${connection} ${ending}`)).toEqual([]);
  });

  it.each([
    ['it is cut off there', `${connection} Connection ref`],
    ['it is cut off before', connection],
    ['the next line is another text', `${connection}\nNo route to host`],
  ])('is the same if %s', (_, text) => expect(found(text)).toEqual(['refused']));

  it('is the same if a word behind is misspelt', () => {
    expect(found('worker_init() Found child 17 in scoreboard lot 7')).toEqual(['slot']);
  });
});

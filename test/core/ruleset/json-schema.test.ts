import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, it } from 'vitest';
import { rulesetSchema } from '../../../src/core/ruleset/schema';

it('keeps public/rulesets/schema-v1.json the same as the code (vitest -u writes it anew)', async () => {
  const schema = toJsonSchema(rulesetSchema, {
    typeMode: 'input',
    // An editor should mark a misspelt field, where the app itself lets it pass.
    overrideSchema: ({ jsonSchema, valibotSchema }) =>
      valibotSchema.type === 'object' ? { ...jsonSchema, additionalProperties: false } : undefined,
  });
  const file = { $schema: 'http://json-schema.org/draft-07/schema#', ...schema };
  await expect(`${JSON.stringify(file, null, 2)}\n`).toMatchFileSnapshot('../../../public/rulesets/schema-v1.json');
});

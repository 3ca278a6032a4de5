// Holds scenarios against the JSON Schema: node schema.mjs SCHEMA SCENARIO… Silent where all is well.
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const [schemaFile, ...scenarios] = process.argv.slice(2);
// `required` beside `oneOf` names keys that stand next to it, not in it: right, but not to ajv's taste.
const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
  .compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
for (const scenario of scenarios) {
  if (validate(parse(readFileSync(scenario, 'utf8')))) continue;
  for (const error of validate.errors) console.error(`${scenario}: ${error.instancePath} ${error.message}`);
  process.exitCode = 1;
}

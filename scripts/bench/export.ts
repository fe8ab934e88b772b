import { closeSync, openSync, writeSync } from 'node:fs';
import type { Rule } from '../../src/core/ruleset/schema';
import { random } from './packs';

/** Writes an export of a connector's log as CSV: one row in ten is an error, and nearly all of those are known. */
export function writeExport(path: string, bytes: number, rules: readonly Rule[]): void {
  const next = random(4);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const number = (below: number) => Math.floor(next() * below);
  const guid = () => '00000000-0000-4000-8000-000000000000'.replace(/0/g, () => number(16).toString(16));
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const names = ['CPU over 90%', 'Disk space low', 'Heartbeat missed', 'VM stopped', 'Queue too long'];
  const signatures = rules.flatMap((rule) => rule.signatures);
  const error = () =>
    pick(signatures)
      .replace(/\{(\w+)\}/g, () => `${pick(names)} on web-${number(400)}`)
      .replace(/\{([^{}|]+)\|[^{}]*\}/g, '$1');
  const messages = [
    () =>
      `Successfully created INC00${number(9e6)} for alert "${pick(names)} on web-${number(400)}", request ${guid()}`,
    () => `Sync of templates finished in ${number(9000)} ms`,
    () => `Successfully updated INC00${number(9e6)}, request ${guid()}`,
  ];
  const tenant = guid();
  const resource = `/subscriptions/${tenant}/resourcegroups/rg/providers/microsoft.operationalinsights/workspaces/w`;
  const file = openSync(path, 'w');
  let written = writeSync(
    file,
    '\ufeffTenantId,"TimeGenerated [UTC]",LogType_s,Message,ServiceDeskConnectionName_s,_ResourceId\r\n',
  );
  for (let ms = Date.UTC(2026, 10, 1); written < bytes; ) {
    const rows = Array.from({ length: 1000 }, () => {
      ms += number(3000);
      const isError = next() < 0.1;
      const time = new Date(ms).toLocaleString('en-US', { timeZone: 'UTC' });
      const message = isError ? (next() < 0.1 ? `Gateway returned 50${number(5)}` : error()) : pick(messages)();
      return [tenant, cell(time), isError ? 'ERROR' : 'INFO', cell(message), pick(['SNOWProd', 'SNOWTest']), resource];
    });
    written += writeSync(file, rows.map((row) => `${row.join(',')}\r\n`).join(''));
  }
  closeSync(file);
}

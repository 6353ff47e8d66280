// What VS Code runs in its extension host: mocha over the bundled tests beside this file.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

interface Row {
  readonly name: string;
  readonly milliseconds: number;
  readonly failure?: string;
}

/** Called by VS Code. Writes each test's result to WRAPSMITH_E2E_REPORT as it ends; rejects when one failed. */
export async function run(): Promise<void> {
  const report = process.env['WRAPSMITH_E2E_REPORT'];
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    color: false,
    reporter: 'spec',
    forbidOnly: true,
    forbidPending: true,
  });
  const files = readdirSync(__dirname).filter((name) => /^\d\d-.*\.cjs$/.test(name));
  for (const file of files.sort()) mocha.addFile(path.join(__dirname, file));
  const rows: Row[] = [];
  const keep = (row: Row) => {
    rows.push(row);
    if (report) writeFileSync(report, JSON.stringify(rows));
  };
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed.`)) : resolve()));
    runner.on('pass', (test) => keep({ name: test.fullTitle(), milliseconds: test.duration ?? 0 }));
    runner.on('fail', (test, error: Error) =>
      keep({
        name: test.fullTitle(),
        milliseconds: 'duration' in test ? (test.duration ?? 0) : 0,
        failure: error.stack ?? String(error),
      }),
    );
  });
}

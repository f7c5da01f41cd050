/** Counts what a vitest run says of itself in its JSON report. A run that crashed or ran nothing is a failure, not a zero. */
import { existsSync, readFileSync } from 'node:fs';

/** A file that could not even be loaded has no tests to fail, and yet it failed. */
const brokenFiles = (report) =>
  report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );

export const tallyOf = (reportFile, exitCode) => {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, why: 'The test runner ended without a report.' };
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + brokenFiles(report).length;
  if (passed + failed === 0) return { passed, failed: 1, why: 'No test ran.' };
  if (failed === 0 && exitCode !== 0) return { passed, failed: 1, why: 'Every test passed, but the test runner itself reported an error.' };
  return { passed, failed };
};

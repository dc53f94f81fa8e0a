import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import lwcJest from '@salesforce/sfdx-lwc-jest/config.js';
import './assert-node.js';

const labelsFile = new URL('../force-app/main/default/labels/CustomLabels.labels-meta.xml', import.meta.url);
const { CustomLabels } = new XMLParser({ isArray: (name) => name === 'labels' }).parse(
  readFileSync(labelsFile, 'utf8'),
);
const labels = Object.fromEntries(CustomLabels.labels.map((label) => [label.fullName, String(label.value)]));

const { collectCoverageFrom, ...jestConfig } = lwcJest.jestConfig;

/** Panels: real labels, base components and platform modules as stubs. Runs without --experimental-vm-modules. */
export default {
  ...jestConfig,
  displayName: 'lwc',
  rootDir: '..',
  testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
  moduleNameMapper: {
    '^support/(.*)$': '<rootDir>/test/support/lwc/$1',
    '^c/inspireTable$': '<rootDir>/force-app/main/shared/lwc/inspireTable/inspireTable.css',
    '^lightning/modal$': '<rootDir>/test/support/lwc/modal.ts',
    '^lightning/navigation$': '<rootDir>/test/support/lwc/navigation.ts',
  },
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/test/support/lwc/setup-after.cjs'],
  setupFiles: ['<rootDir>/test/support/lwc/setup.cjs'],
  globals: { inspireLabels: labels },
  testTimeout: 60_000,
  maxWorkers: 2,
};

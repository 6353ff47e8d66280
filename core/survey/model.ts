/** Survey rules as plain data: what they ask of a response, and which code they give. */
import type { SurveyFieldType, SurveyRules } from '../contract/generated/files.ts';

export type SurveyValue = string | number | boolean;

/** By the names in `fields`. What is not there is missing, and so is an empty text: a CSV file cannot tell them apart. */
export type SurveyResponse = ReadonlyMap<string, SurveyValue>;

/** What a field may hold. */
export interface SurveyField {
  readonly type: SurveyFieldType;
  /** Where the value stands in a response: the field's own name where nothing is said. */
  readonly from: string;
  /** Of numbers only. */
  readonly min?: number;
  readonly max?: number;
  /** Of texts only: those that are possible. */
  readonly values?: readonly string[];
  /** Texts are turned to capitals before they are compared. */
  readonly upper: boolean;
}

export type SurveyFields = ReadonlyMap<string, SurveyField>;

/** What is asked of one value. A missing value meets `missing` and nothing else. */
export type Match =
  | { readonly kind: 'exists' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'oneOf'; readonly values: readonly SurveyValue[] }
  | ({ readonly kind: 'range' } & Bounds);

export interface Bounds {
  readonly lt?: number;
  readonly lte?: number;
  readonly gt?: number;
  readonly gte?: number;
}

export type Condition =
  | { readonly kind: 'field'; readonly field: string; readonly match: Match }
  | { readonly kind: 'any' | 'all'; readonly of: readonly Condition[] };

export interface Rule {
  readonly when: Condition;
  /** A code of the catalogs by its `code` or its name, as it is written. */
  readonly assign: string;
}

export interface RuleTest {
  readonly given: SurveyResponse;
  /** As it is written; undefined for `none`. */
  readonly expect: string | undefined;
}

/** All that a decision needs. */
export interface RuleSet {
  readonly fields: SurveyFields;
  readonly rules: readonly Rule[];
  /** Undefined where nothing is assigned then: for `none`, and where nothing is said. */
  readonly otherwise: string | undefined;
}

/** One document of a survey rules file. */
export interface SurveyRulesFile extends RuleSet {
  /** Its place among the documents of the file, from 0. */
  readonly document: number;
  readonly tests: readonly RuleTest[];
  /** The document as it is written. */
  readonly value: SurveyRules;
}

/** What stands for no code at all in `otherwise` and `expect`. */
export const NO_CODE = 'none';

import { expect, it } from 'vitest';
import { resultsPage } from '#client/results/resultsPage.ts';

const page = resultsPage({ cspSource: 'https://view.test', scriptUri: 'a.js', styleUri: 'a.css', nonce: 'n0nce' });

it('the page of a result allows its one script and its style, and nothing else', () => {
  const [, policy = ''] = /content="(default-src[^"]*)"/.exec(page) ?? [];
  expect(policy).toBe("default-src 'none'; script-src 'nonce-n0nce'; style-src https://view.test;");
});

it('the page holds no script and no style of its own', () => {
  expect(page.match(/<script[^>]*>[^<]*/g)).toEqual(['<script nonce="n0nce" src="a.js">']);
  expect(page).not.toMatch(/<style|style=|\son\w+=/);
});

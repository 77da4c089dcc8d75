import { boothPath, fairPath, placeInAddress } from './fair-link';

it.each([
  ['ocop-2025', 'A12', '/f/ocop-2025/b/A12'],
  ['ocop-2025', 'Đ 1/2', '/f/ocop-2025/b/%C4%90%201%2F2'],
  ['ocop-2025', 'K.3-4', '/f/ocop-2025/b/K.3-4'],
])('finds the booth of %s that a sign leads to: %s', (fairCode, boothCode, path) => {
  expect(boothPath(fairCode, boothCode)).toBe(path);
  expect(placeInAddress(path)).toEqual({ fairCode, boothCode });
});

it.each([
  [fairPath('ocop-2025'), { fairCode: 'ocop-2025', boothCode: null }],
  ['/f/ocop-2025/', { fairCode: 'ocop-2025', boothCode: null }],
  ['/f/ocop-2025/b/A12/', { fairCode: 'ocop-2025', boothCode: 'A12' }],
  ['/f/', null],
  ['/f/service-worker.js', null],
  ['/f/ocop-2025/b', null],
  ['/f/ocop-2025/b/', null],
  ['/f/ocop-2025/plan', null],
  ['/f/ocop-2025/b/%E0%A4%A', null],
  ['/board', null],
])('reads %s as %j', (path, place) => {
  expect(placeInAddress(path)).toEqual(place);
});

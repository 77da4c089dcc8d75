const { default: Sequencer } = require('@jest/test-sequencer');

/* The first that fits. */
const order = [/[\\/]trade-day[\\/]/, /[\\/]test[\\/]/, /\.db\.spec\.js$/];

const placeOf = (path) => {
  const place = order.findIndex((kind) => kind.test(path));
  return place === -1 ? order.length : place;
};

/** Whole days first and rules last: a long test that begins at the end keeps one core waiting. */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => placeOf(a.path) - placeOf(b.path));
  }
};

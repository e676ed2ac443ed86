module.exports = (named, context) => ({
  pass: named.lamp === 1 && context.componentResults.length === 2,
  score: 0.75,
  reason: 'lamps count more',
});

module.exports = (namedScores, context) => ({
  pass: namedScores.first > 0.5,
  score: 0.75 * namedScores.first + 0.25 * namedScores.second,
  reason: `of ${context.componentResults.length} parts`,
});
module.exports.strict = (namedScores) => ({ pass: Object.values(namedScores).every((s) => s === 1), score: 0.1, reason: 'strict' });
module.exports.threshold = (namedScores, context) => ({ pass: context.threshold === 0.9, score: context.threshold, reason: 'threshold' });

module.exports = (output) => {
  const watt = JSON.parse(output).watt;
  return {pass: watt > 0, score: 1, reason: `${watt} W`, namedScores: {watt}};
};
module.exports.atLeast = (output, context) => JSON.parse(output).watt >= context.config.least;

module.exports = {
  isShort: (output) => output.length < 5,
  graded: (output) => ({ pass: true, score: output.length / 50, reason: 'by length' }),
  limit: (output, context) => output.length <= context.config.most,
};

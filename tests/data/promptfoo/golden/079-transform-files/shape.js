module.exports = (output, context) => `<${output}>`;
module.exports.doubled = (output) => output + output;

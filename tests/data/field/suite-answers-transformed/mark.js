module.exports = (output, context) => '[' + output.trim() + ']';
module.exports.shout = (output) => output.toUpperCase() + '!';

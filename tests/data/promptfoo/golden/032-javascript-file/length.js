module.exports = (output, context) => output.length > 5 && context.vars.said === output;

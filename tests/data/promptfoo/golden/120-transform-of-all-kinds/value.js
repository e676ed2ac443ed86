module.exports = (output, context) => context.vars.said + context.vars.said + '2';

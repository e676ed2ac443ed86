module.exports = (output, context) => (context.vars.n > 10 ? 'rope' : 'none');
module.exports.second = () => 'pitch';
module.exports.several = () => ['rope', 'tar'];

module.exports = ({ vars }) => `Made for ${vars.topic}`;
module.exports.named = (context) => (context.vars.n > 1 ? 'many ' : 'few ') + context.vars.topic;
module.exports.chat = ({ vars }) => [
  { role: 'system', content: 'Be brief' },
  { role: 'user', content: `On ${vars.topic}` },
];

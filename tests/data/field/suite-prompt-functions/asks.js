module.exports = async ({ vars, provider }) => 'Where is ' + vars.town + ', ' + provider.label + '?';
module.exports.chat = ({ vars }) => [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'And ' + vars.town + '?' },
];

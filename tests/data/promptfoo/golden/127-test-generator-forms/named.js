const make = async () => [{ description: 'made', vars: { said: ['one', 'two'] }, assert: [{ type: 'contains', value: 'o' }] }];
const count = (config) => Array.from({ length: config.upTo }, (_, i) => ({ vars: { said: String(i) }, threshold: 0.5 }));
module.exports = { make, count };

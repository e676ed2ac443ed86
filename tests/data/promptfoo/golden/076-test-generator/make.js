module.exports = () => ['a', 'b'].map((said) => ({ vars: { said }, assert: [{ type: 'equals', value: 'a' }] }));

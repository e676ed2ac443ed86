export default [{ vars: { said: 'listed' }, assert: [{ type: 'equals', value: 'listed', metric: 'same' }] }];

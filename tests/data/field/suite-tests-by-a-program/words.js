module.exports = () => [{ vars: { word: 'hello' } }];

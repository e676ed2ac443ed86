module.exports = output => output === 'lamp';

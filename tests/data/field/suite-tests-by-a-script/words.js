const make = async (config) => config.words.map((word) => ({ vars: { word } }));
module.exports = { make };

module.exports = async (prompt) => ({ output: prompt.endsWith('lamp') ? { price: 3 } : '{"price": 4}' });

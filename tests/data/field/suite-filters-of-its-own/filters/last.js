module.exports = (text, count) => text.slice(-count);

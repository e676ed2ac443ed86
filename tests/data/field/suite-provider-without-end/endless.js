module.exports = async () => { for (;;); };

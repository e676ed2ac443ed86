module.exports = () => '7 W';

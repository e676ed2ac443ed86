module.exports = (vars) => ({ ...vars, greeting: vars.greeting + '!', size: 9 });

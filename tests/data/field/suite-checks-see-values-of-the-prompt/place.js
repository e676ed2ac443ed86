module.exports = (name, prompt, vars) => ({ output: vars.greeting + ' harbour' });

class Shout {
    constructor(options) {
        this.mark = options.config.mark;
        this.name = options.id;
    }

    id() {
        return this.name;
    }

    async callApi(prompt, context) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        return {
            output: prompt.toUpperCase() + this.mark,
            tokenUsage: { prompt: prompt.length, completion: 1, total: prompt.length + 1 },
            cost: context.vars.price,
        };
    }
}

module.exports = Shout;

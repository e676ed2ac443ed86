export default class Shout {
    #mark;

    constructor(options) {
        this.#mark = options.config.mark;
    }

    id() {
        return 'shout';
    }

    async callApi(prompt, context) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        const circle = {};
        circle.self = circle;
        return {
            output: prompt.toUpperCase() + this.#mark,
            tokenUsage: { prompt: prompt.length, completion: 1, total: prompt.length + 1 },
            cost: context.vars.price,
            metadata: { circle },
        };
    }
}

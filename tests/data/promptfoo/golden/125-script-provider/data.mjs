export default class Data {
    #id;

    constructor(options) {
        this.#id = options.id;
    }

    id() {
        return this.#id;
    }

    async callApi(prompt, { vars }) {
        if (vars.word === 'lamp' && prompt.startsWith('Say'))
            return { error: 'no lamp' };
        return { output: { words: vars.word, loud: vars.word.toUpperCase() }, cost: 0 };
    }
}

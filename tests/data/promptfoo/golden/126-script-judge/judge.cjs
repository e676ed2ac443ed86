class Judge {
    constructor(options) {
        this.score = options.config?.score ?? 1;
    }

    id() {
        return 'judge';
    }

    async callApi(prompt) {
        const said = /Say (\w+)/.exec(prompt)?.[1];
        const pass = prompt.includes('says ' + said);
        return { output: JSON.stringify({ pass, score: pass ? this.score : 0, reason: 'it was read' }) };
    }
}

module.exports = Judge;

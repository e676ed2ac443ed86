class Judge {
    constructor(options) {
        this.score = options.config.score ?? 1;
    }

    async callApi(prompt) {
        const pass = prompt.includes('says hello') || prompt.includes('says lamp');
        return { output: JSON.stringify({ pass, score: this.score, reason: 'it was read' }) };
    }
}

module.exports = Judge;

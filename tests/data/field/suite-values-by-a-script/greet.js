export default function (name, prompt, others) {
    return { output: others.name === 'Ada' ? 'Good day' : 'Hello' };
}
